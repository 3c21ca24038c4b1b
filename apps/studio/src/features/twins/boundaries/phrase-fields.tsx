import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { FormSection } from "../form-section.tsx";
import { RuleList } from "./rule-list.tsx";
import type { RulesDraft } from "./rules-draft.ts";

const MOST_PHRASES = 200;

export function PhraseFields({ form }: { form: RulesDraft }) {
  return (
    <FormSection
      title="Never said"
      detail="A sentence with one of these phrases is held back before anyone sees it, also when it is spelt in disguise, quoted or verified."
    >
      <RuleList
        label="Phrases"
        action="Block a phrase"
        noun="Phrase"
        rules={form.draft.boundaries.blockedPhrases}
        most={MOST_PHRASES}
        blank={{ phrase: "", replacement: "" }}
        onChange={(blockedPhrases) => form.bound({ blockedPhrases })}
      >
        {(rule, change) => (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <Field label="Phrase" hint="* stands for any ending, or alone for a few words.">
              {(ids) => (
                <Input
                  {...ids}
                  required
                  maxLength={200}
                  placeholder="guarantee* * returns"
                  value={rule.phrase}
                  onChange={(event) => change({ phrase: event.target.value })}
                />
              )}
            </Field>
            <Field label="Say instead" optional>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={500}
                  placeholder="Returns can't be promised."
                  value={rule.replacement}
                  onChange={(event) => change({ replacement: event.target.value })}
                />
              )}
            </Field>
          </div>
        )}
      </RuleList>
    </FormSection>
  );
}
