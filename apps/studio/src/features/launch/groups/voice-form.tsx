import type { AccessGroup } from "@understudy/core/access-group/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { DisclaimerFields } from "#features/twins/boundaries/disclaimer-fields.tsx";
import { PhraseFields } from "#features/twins/boundaries/phrase-fields.tsx";
import { TopicFields } from "#features/twins/boundaries/topic-fields.tsx";
import { FormSection } from "#features/twins/form-section.tsx";
import { StarterQuestions } from "#features/twins/starter-questions.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/select.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { useDraft } from "../use-draft.ts";
import { filled } from "./lines-field.tsx";
import { PartForm } from "./part-form.tsx";
import { tidyRules } from "./tidy-rules.ts";
import { useSaveGroup } from "./use-save-group.ts";

type Overrides = AccessGroup["overrides"];

export function VoiceForm({ group, twin }: { group: AccessGroup; twin: Twin }) {
  const { draft, changes, isChanged, change, discard } = useDraft(group.overrides);
  const { overrides: saving } = useSaveGroup(
    "Saved in the draft. Publish it for visitors.",
    discard,
  );
  const { boundaries } = draft;
  const rules = {
    draft: { boundaries },
    bound: (fields: Partial<typeof boundaries>) =>
      change({ boundaries: { ...boundaries, ...fields } }),
  };
  const save = () => {
    const { starterQuestions, boundaries: typed, ...others } = changes;
    const questions = starterQuestions && filled(starterQuestions);
    const overrides: Partial<Overrides> = {
      ...others,
      ...(starterQuestions !== undefined && {
        starterQuestions: questions && questions.length > 0 ? questions : null,
      }),
      ...(typed && { boundaries: tidyRules(typed) }),
    };
    saving.mutate({ accessGroupId: group.id, overrides });
  };
  return (
    <PartForm isChanged={isChanged} saving={saving} onDiscard={discard} onSave={save}>
      <FormSection
        title="How it speaks to them"
        detail="What you leave empty is as for everybody. This is part of the character: it is published with the next release, and the chat in the studio has it at once."
      >
        <Text
          label="Speaking style"
          placeholder={twin.speakingStyle || "By first name, and to the point."}
          maxLength={2_000}
          text={draft.speakingStyle}
          onChange={(speakingStyle) => change({ speakingStyle })}
        />
        <Field label="Answer length">
          {(ids) => (
            <Select
              {...ids}
              value={draft.answerLength ?? ""}
              onChange={({ target: { value } }) =>
                change({ answerLength: (value || null) as Overrides["answerLength"] })
              }
            >
              <option value="">As for everybody</option>
              <option value="short">Short</option>
              <option value="medium">Medium</option>
              <option value="long">Long</option>
            </Select>
          )}
        </Field>
        <Text
          label="First message"
          placeholder={twin.firstMessage || "Welcome back. What can I look up for you?"}
          maxLength={1_000}
          text={draft.firstMessage}
          onChange={(firstMessage) => change({ firstMessage })}
        />
        <StarterQuestions
          questions={draft.starterQuestions ?? []}
          onChange={(questions) =>
            change({ starterQuestions: questions.length > 0 ? questions : null })
          }
        />
      </FormSection>
      <p className="pt-6 text-sm text-muted">
        The rules below hold beside those of the twin, never instead of them: a group can be told
        less, not more.
      </p>
      <TopicFields form={rules} />
      <PhraseFields form={rules} />
      <DisclaimerFields form={rules} />
    </PartForm>
  );
}

function Text({
  label,
  placeholder,
  maxLength,
  text,
  onChange,
}: {
  label: string;
  placeholder: string;
  maxLength: number;
  text: string | null;
  onChange: (text: string | null) => void;
}) {
  return (
    <Field label={label} optional>
      {(ids) => (
        <Textarea
          {...ids}
          rows={2}
          maxLength={maxLength}
          placeholder={placeholder}
          value={text ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </Field>
  );
}
