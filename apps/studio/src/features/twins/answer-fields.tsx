import { Field } from "#ui/field.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";
import { FormSection } from "./form-section.tsx";
import { LANGUAGES } from "./languages.ts";
import { NeedsModel } from "./needs-model.tsx";
import { TextField } from "./text-field.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

const LENGTHS = [
  { value: "short", label: "Short" },
  { value: "medium", label: "Medium" },
  { value: "long", label: "Long" },
] as const;

const STRICTNESS = [
  { value: "strict", label: "Strict", hint: "Only what the sources say." },
  { value: "adaptive", label: "Adaptive", hint: "May reason from what the sources say." },
  { value: "creative", label: "Creative", hint: "May go beyond the sources, and says so." },
] as const;

export function AnswerFields({ form }: { form: CharacterDraft }) {
  const { draft, change } = form;
  return (
    <FormSection
      title="Answers"
      detail="How far and how long it goes, and what it says when it can't."
    >
      <NeedsModel what="Strictness, length and language do" />
      <div className="grid gap-1.5">
        <span className="text-sm font-medium">Strictness</span>
        <div>
          <Segmented
            label="Strictness"
            value={draft.strictness}
            onChange={(strictness) => change({ strictness })}
            choices={STRICTNESS}
          />
        </div>
        <p className="text-sm text-muted">
          {STRICTNESS.find(({ value }) => value === draft.strictness)?.hint}
        </p>
      </div>
      <div className="grid gap-1.5">
        <span className="text-sm font-medium">Answer length</span>
        <div>
          <Segmented
            label="Answer length"
            value={draft.answerLength}
            onChange={(answerLength) => change({ answerLength })}
            choices={LENGTHS}
          />
        </div>
      </div>
      <Field label="Language">
        {(ids) => (
          <Select
            {...ids}
            className="w-64"
            value={draft.language ?? ""}
            onChange={(event) => change({ language: event.target.value || null })}
          >
            <option value="">The language of the question</option>
            {languagesWith(draft.language).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        form={form}
        name="noAnswerMessage"
        label="When the sources hold no answer"
        maxLength={1_000}
        rows={2}
        placeholder="I have nothing on that. Ask me about negotiating instead."
      />
    </FormSection>
  );
}

/** A language set through the API that the list does not have stays choosable. */
function languagesWith(language: string | null): readonly (readonly [string, string])[] {
  if (!language || LANGUAGES.some(([code]) => code === language)) return LANGUAGES;
  return [...LANGUAGES, [language, language]];
}
