import { Segmented } from "#ui/segmented.tsx";
import { FormSection } from "../form-section.tsx";
import { NeedsModel } from "../needs-model.tsx";
import type { CharacterDraft } from "../use-character-draft.ts";

const UNSUPPORTED = [
  { value: "default", label: "By strictness", hint: "A strict twin withholds, others mark." },
  { value: "withhold", label: "Withhold", hint: "They are left out of the answer." },
  { value: "mark", label: "Mark", hint: "They are shown, marked as not supported." },
  { value: "show", label: "Show", hint: "They are shown like any other." },
] as const;
const VISIBILITY = [
  {
    value: "full",
    label: "Full",
    hint: "Visitors see the title, the quote and where it comes from.",
  },
  {
    value: "excerpt",
    label: "Excerpt",
    hint: "Visitors see the title and the beginning of the quote.",
  },
  { value: "none", label: "None", hint: "Visitors see answers without their sources." },
] as const;
const BUDGET_ENDS = [
  {
    value: "verified",
    label: "Verified answers only",
    hint: "When the month's budget has ended, visitors get verified answers, and are told so.",
  },
  {
    value: "quotations",
    label: "Quotations too",
    hint: "When the month's budget has ended, visitors get verified answers and quotations, and are told so.",
  },
] as const;

export function EvidenceFields({ form }: { form: CharacterDraft }) {
  const { unsupportedSentences, citationVisibility, whenBudgetEnds } = form.draft.boundaries;
  const chosen = unsupportedSentences ?? "default";
  return (
    <FormSection title="Evidence" detail="What is shown of what an answer rests on.">
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">Sentences that no source supports</span>
        <Segmented
          label="Sentences that no source supports"
          value={chosen}
          choices={UNSUPPORTED}
          onChange={(value) =>
            form.bound({ unsupportedSentences: value === "default" ? null : value })
          }
        />
        <p className="text-sm text-muted">
          {UNSUPPORTED.find(({ value }) => value === chosen)?.hint}
        </p>
        <NeedsModel />
      </div>
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">What visitors see of citations</span>
        <Segmented
          label="What visitors see of citations"
          value={citationVisibility}
          choices={VISIBILITY}
          onChange={(value) => form.bound({ citationVisibility: value })}
        />
        <p className="text-sm text-muted">
          {VISIBILITY.find(({ value }) => value === citationVisibility)?.hint}
        </p>
      </div>
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">Without the model's budget</span>
        <Segmented
          label="Without the model's budget"
          value={whenBudgetEnds}
          choices={BUDGET_ENDS}
          onChange={(value) => form.bound({ whenBudgetEnds: value })}
        />
        <p className="text-sm text-muted">
          {BUDGET_ENDS.find(({ value }) => value === whenBudgetEnds)?.hint}
        </p>
        <NeedsModel />
      </div>
    </FormSection>
  );
}
