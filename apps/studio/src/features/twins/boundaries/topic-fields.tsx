import type { Boundaries } from "@understudy/core/policy/contract";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { FormSection } from "../form-section.tsx";
import { ExamplesField } from "./examples-field.tsx";
import { RuleList } from "./rule-list.tsx";
import type { RulesDraft } from "./rules-draft.ts";

const MOST_TOPICS = 30;

export function TopicFields({ form }: { form: RulesDraft }) {
  const { allowedTopics, outsideReply } = form.draft.boundaries;
  return (
    <FormSection
      title="Topics"
      detail="What it speaks about. A question on a refused topic gets your reply, before anything is searched; sentences on it are never said, whoever writes them."
    >
      <RefusedTopics form={form} />
      <RuleList
        label="Allowed topics"
        action="Allow only some topics"
        noun="Allowed topic"
        rules={allowedTopics}
        most={MOST_TOPICS}
        blank={{ name: "", examples: [] }}
        onChange={(topics) => form.bound({ allowedTopics: topics })}
      >
        {(topic, change) => (
          <>
            <NameField topic={topic} onChange={(name) => change({ name })} />
            <ExamplesField
              label="Examples"
              examples={topic.examples}
              onChange={(examples) => change({ examples })}
            />
          </>
        )}
      </RuleList>
      {allowedTopics.length > 0 && (
        <Field label="Reply to anything else">
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={1_000}
              placeholder="I only speak about negotiating. What are you negotiating?"
              value={outsideReply}
              onChange={(event) => form.bound({ outsideReply: event.target.value })}
            />
          )}
        </Field>
      )}
    </FormSection>
  );
}

type Topic = Boundaries["allowedTopics"][number];

function NameField({ topic, onChange }: { topic: Topic; onChange: (name: string) => void }) {
  return (
    <Field label="Topic">
      {(ids) => (
        <Input
          {...ids}
          required
          maxLength={80}
          placeholder="Investment advice"
          value={topic.name}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function RefusedTopics({ form }: { form: RulesDraft }) {
  return (
    <RuleList
      label="Refused topics"
      action="Refuse a topic"
      noun="Refused topic"
      rules={form.draft.boundaries.refusedTopics}
      most={MOST_TOPICS}
      blank={{ name: "", examples: [], reply: "" }}
      onChange={(refusedTopics) => form.bound({ refusedTopics })}
    >
      {(topic, change) => (
        <>
          <NameField topic={topic} onChange={(name) => change({ name })} />
          <ExamplesField
            label="Examples"
            examples={topic.examples}
            onChange={(examples) => change({ examples })}
          />
          <Field label="Reply">
            {(ids) => (
              <Textarea
                {...ids}
                rows={2}
                maxLength={1_000}
                placeholder="I give no advice on investments. Ask a licensed adviser."
                value={topic.reply}
                onChange={(event) => change({ reply: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </RuleList>
  );
}
