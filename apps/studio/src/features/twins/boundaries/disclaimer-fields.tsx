import type { Disclaimer } from "@understudy/core/policy/contract";
import { Field } from "#ui/field.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { FormSection } from "../form-section.tsx";
import { ExamplesField } from "./examples-field.tsx";
import { RuleList } from "./rule-list.tsx";
import type { RulesDraft } from "./rules-draft.ts";

const MOST_DISCLAIMERS = 20;
const PLACES = [
  { value: "after", label: "After the answer" },
  { value: "before", label: "Before it" },
] as const;
const TIMES = [
  { value: "always", label: "With every answer" },
  { value: "topic", label: "On a topic" },
] as const;

export function DisclaimerFields({ form }: { form: RulesDraft }) {
  return (
    <FormSection
      title="Disclaimers"
      detail="Words that are added to answers, exactly as they stand here. A refusal or a missing answer gets none."
    >
      <RuleList<Disclaimer>
        label="Disclaimers"
        action="Add a disclaimer"
        noun="Disclaimer"
        rules={form.draft.boundaries.disclaimers}
        most={MOST_DISCLAIMERS}
        blank={{ text: "", place: "after", topic: null }}
        onChange={(disclaimers) => form.bound({ disclaimers })}
      >
        {(disclaimer, change) => <OneDisclaimer disclaimer={disclaimer} onChange={change} />}
      </RuleList>
    </FormSection>
  );
}

function OneDisclaimer({
  disclaimer: { text, place, topic },
  onChange,
}: {
  disclaimer: Disclaimer;
  onChange: (fields: Partial<Disclaimer>) => void;
}) {
  return (
    <>
      <Field label="Text">
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            required
            maxLength={1_000}
            placeholder="General information, not advice for your case."
            value={text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Segmented
          label="Place"
          value={place}
          choices={PLACES}
          onChange={(chosen) => onChange({ place: chosen })}
        />
        <Segmented
          label="When"
          value={topic ? "topic" : "always"}
          choices={TIMES}
          onChange={(when) => onChange({ topic: when === "topic" ? { examples: [""] } : null })}
        />
      </div>
      {topic && (
        <ExamplesField
          label="The topic"
          required
          examples={topic.examples}
          onChange={(examples) => onChange({ topic: { examples } })}
        />
      )}
    </>
  );
}
