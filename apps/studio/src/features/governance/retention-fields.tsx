import type { GovernanceRules } from "@understudy/core/governance/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { countOf } from "#lib/format-count.ts";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Inherited } from "./inherited.tsx";
import type { RulesForm } from "./use-rules-draft.ts";

type Kind = keyof GovernanceRules["retentionDays"];

const KINDS: { kind: Kind; label: string; hint: string }[] = [
  {
    kind: "conversations",
    label: "Conversations",
    hint: "Since something was last said, with their figures.",
  },
  {
    kind: "visitors",
    label: "Visitors' profiles",
    hint: "Name, address and identity, since they were last there.",
  },
  { kind: "traces", label: "Traces", hint: "How answers were made: passages, prompts, tokens." },
  { kind: "jobLogs", label: "Job logs", hint: "The lines of jobs that have ended." },
  { kind: "exports", label: "Exports", hint: "Who took what out; the files go after a day." },
];
const LONGEST = 3_650;

export function RetentionFields({
  form,
  inherited,
}: {
  form: RulesForm;
  inherited: GovernanceRules | null;
}) {
  const { retentionDays } = form.draft;
  return (
    <FormSection
      title="Retention"
      detail="After how many days data goes, for good, once a day. Empty: it is kept. The audit log is a chain, and is always kept whole."
    >
      {inherited && <Inherited words={wordsOf(inherited.retentionDays)} />}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {KINDS.map(({ kind, label, hint }) => (
          <Field key={kind} label={`${label}, in days`} hint={hint}>
            {(ids) => (
              <Input
                {...ids}
                type="number"
                min={1}
                max={LONGEST}
                step={1}
                placeholder="Kept"
                value={retentionDays[kind] ?? ""}
                onChange={({ target }) => {
                  const days = target.value === "" ? null : Number(target.value);
                  form.change({ retentionDays: { ...retentionDays, [kind]: days } });
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </FormSection>
  );
}

function wordsOf(days: GovernanceRules["retentionDays"]): string {
  const told = KINDS.flatMap(({ kind, label }) => {
    const some = days[kind];
    return some === null ? [] : [`${label.toLowerCase()} for ${countOf(some, "day")}`];
  });
  return told.length > 0 ? `keeps ${told.join(", ")}` : "keeps everything";
}
