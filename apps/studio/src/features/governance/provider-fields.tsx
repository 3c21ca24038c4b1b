import type { Governance } from "@understudy/core/governance/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { Field } from "#ui/field.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { Inherited } from "./inherited.tsx";
import type { RulesForm } from "./use-rules-draft.ts";

const LISTS = [
  { field: "allowedProviders", label: "Providers", noun: "provider", example: "openai" },
  { field: "allowedModels", label: "Models", noun: "model", example: "gpt-4.1-mini" },
] as const;
const CHOICES = [
  { value: "any", label: "Any" },
  { value: "some", label: "Only these" },
] as const;

export function ProviderFields({ form, governance }: { form: RulesForm; governance: Governance }) {
  const { inherited, providers } = governance;
  return (
    <FormSection
      title="Providers and models"
      detail="What is not allowed is not called: answers are quoted, passages found by words, and vectors kept in the database alone."
    >
      {inherited && <Inherited words={wordsOf(inherited)} />}
      {LISTS.map(({ field, label, noun, example }) => {
        const names = form.draft[field];
        const listed = providers.filter(({ id }) => id !== "vectors" || noun === "provider");
        const known = [...new Set(listed.map((each) => each[noun]))];
        return (
          <div key={field} className="grid justify-items-start gap-1.5">
            <span className="text-sm font-medium">{label}</span>
            <Segmented
              label={label}
              value={names === null ? "any" : "some"}
              choices={CHOICES}
              onChange={(value) => form.change({ [field]: value === "any" ? null : known })}
            />
            {names !== null && (
              <div className="w-full">
                <Field
                  label={`Allowed ${label.toLowerCase()}`}
                  hint="One per line, as the preview names them; none: nothing outside is called."
                >
                  {(ids) => (
                    <Textarea
                      {...ids}
                      rows={2}
                      placeholder={example}
                      value={names.join("\n")}
                      onChange={(event) => form.change({ [field]: linesOf(event.target.value) })}
                    />
                  )}
                </Field>
              </div>
            )}
          </div>
        );
      })}
    </FormSection>
  );
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n").map((line) => line.trimStart());
}

function wordsOf({
  allowedProviders,
  allowedModels,
}: NonNullable<Governance["inherited"]>): string {
  const told = (names: readonly string[] | null, noun: string) =>
    names === null ? `any ${noun}` : `only ${names.join(", ") || `no ${noun}`}`;
  return `${told(allowedProviders, "provider")}; ${told(allowedModels, "model")}`;
}
