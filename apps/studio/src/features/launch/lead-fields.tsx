import type { Widget } from "@understudy/core/widget/contract";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/select.tsx";
import { Textarea } from "#ui/textarea.tsx";

export interface LeadDraft {
  leadCapture: Widget["leadCapture"];
  consentText: string;
}

const WAYS: readonly { value: Widget["leadCapture"]; label: string }[] = [
  { value: "off", label: "Don't ask" },
  { value: "optional", label: "Offer to leave name and e-mail" },
  { value: "required", label: "Ask for an e-mail before the first question" },
];

const PROPOSED_WORDS =
  "I agree that my name and e-mail address are kept, and that I am answered there.";

/** Whether visitors say who they are, and the words they agree to. */
export function LeadFields({
  draft,
  onChange,
}: {
  draft: LeadDraft;
  onChange: (fields: Partial<LeadDraft>) => void;
}) {
  return (
    <>
      <Field label="Name and e-mail">
        {(ids) => (
          <Select
            {...ids}
            className="w-full"
            value={draft.leadCapture}
            onChange={(event) => {
              const leadCapture = event.target.value as Widget["leadCapture"];
              onChange({ leadCapture, consentText: draft.consentText || PROPOSED_WORDS });
            }}
          >
            {WAYS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.leadCapture !== "off" && (
        <Field
          label="What they agree to"
          hint="Kept with the time beside what they gave, as your proof."
        >
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              required
              maxLength={1_000}
              placeholder="I agree that Nora answers me by e-mail."
              value={draft.consentText}
              onChange={(event) => onChange({ consentText: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
