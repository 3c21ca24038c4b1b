import type { GovernanceRules } from "@understudy/core/governance/contract";
import { CheckField } from "#features/launch/check-field.tsx";
import { FormSection } from "#features/twins/form-section.tsx";
import { Inherited } from "./inherited.tsx";
import type { RulesForm } from "./use-rules-draft.ts";

export function CitationFields({
  form,
  inherited,
}: {
  form: RulesForm;
  inherited: GovernanceRules | null;
}) {
  return (
    <FormSection title="Citations" detail="What a written answer has to rest on.">
      {inherited && (
        <Inherited
          words={inherited.requireCitations ? "citations are required" : "each twin decides"}
        />
      )}
      <CheckField
        label="Require citations"
        hint="Sentences that no passage supports are left out, also by creative twins; without any support there is no answer. Verified answers rest on their owner."
        checked={form.draft.requireCitations}
        onChange={(requireCitations) => form.change({ requireCitations })}
      />
    </FormSection>
  );
}
