import type { GovernanceRules } from "@understudy/core/governance/contract";
import { CheckField } from "#features/launch/check-field.tsx";
import { CheckList } from "#features/launch/groups/check-list.tsx";
import { FormSection } from "#features/twins/form-section.tsx";
import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { Inherited } from "./inherited.tsx";
import { PERSONAL_KINDS, PERSONAL_WORDS } from "./personal-words.ts";
import type { RulesForm } from "./use-rules-draft.ts";

const PLACES = [
  {
    place: "storage",
    label: "Before it is kept",
    hint: "What visitors write is redacted before it is stored, searched for or answered.",
  },
  {
    place: "provider",
    label: "Before a provider reads it",
    hint: "Questions, history and passages are redacted before a model or reranker outside sees them.",
  },
  {
    place: "answers",
    label: "In answers",
    hint: "Answers and the quotes below them are redacted, as they stream. Verified answers are given as their owner wrote them.",
  },
] as const;

export function RedactionFields({
  form,
  inherited,
}: {
  form: RulesForm;
  inherited: GovernanceRules | null;
}) {
  const { redaction } = form.draft;
  const set = (fields: Partial<typeof redaction>) =>
    form.change({ redaction: { ...redaction, ...fields } });
  return (
    <FormSection
      title="Personal data"
      detail="What is found is replaced by what it was: “[email]”. Names and addresses are not recognised."
    >
      {inherited && <Inherited words={wordsOf(inherited.redaction)} />}
      <CheckList
        label="What to hide"
        items={PERSONAL_KINDS.map((id) => ({ id, ...PERSONAL_WORDS[id] }))}
        checked={redaction.kinds}
        empty=""
        onChange={(kinds) => set({ kinds: PERSONAL_KINDS.filter((kind) => kinds.includes(kind)) })}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">Where</legend>
        {PLACES.map(({ place, label, hint }) => (
          <CheckField
            key={place}
            label={label}
            hint={hint}
            checked={redaction[place]}
            onChange={(isOn) => set({ [place]: isOn })}
          />
        ))}
      </fieldset>
      <Field label="Never hidden" optional hint="One per line: your own public address or number.">
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            placeholder="office@example.com"
            value={redaction.except.join("\n")}
            onChange={(event) => set({ except: event.target.value.split("\n") })}
          />
        )}
      </Field>
    </FormSection>
  );
}

function wordsOf({ kinds, ...places }: GovernanceRules["redaction"]): string {
  const where = PLACES.filter(({ place }) => places[place]).map(({ label }) => label.toLowerCase());
  if (kinds.length === 0 || where.length === 0) return "nothing is hidden";
  const what = kinds.map((kind) => PERSONAL_WORDS[kind].label.toLowerCase());
  return `${what.join(", ")}: ${where.join(", ")}`;
}
