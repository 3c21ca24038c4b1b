import type { Governance } from "@understudy/core/governance/contract";
import type { FormEvent, ReactNode } from "react";
import { DisclaimerFields } from "#features/twins/boundaries/disclaimer-fields.tsx";
import { PhraseFields } from "#features/twins/boundaries/phrase-fields.tsx";
import { RefusedTopics } from "#features/twins/boundaries/topic-fields.tsx";
import { FormSection } from "#features/twins/form-section.tsx";
import { LeaveDialog } from "#features/twins/leave-dialog.tsx";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { CitationFields } from "./citation-fields.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { ProviderFields } from "./provider-fields.tsx";
import { RedactionFields } from "./redaction-fields.tsx";
import { RetentionFields } from "./retention-fields.tsx";
import { type RulesForm, useRulesDraft } from "./use-rules-draft.ts";

export function RulesPane({ governance, note }: { governance: Governance; note?: ReactNode }) {
  const form = useRulesDraft(governance);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  const boundaries = boundariesOf(form);
  return (
    <div className="flex h-full min-h-0 max-xl:h-auto max-xl:flex-col-reverse">
      <form
        aria-label="Rules"
        onSubmit={submit}
        className="flex min-w-0 flex-1 flex-col overflow-y-auto"
      >
        <div className="grid flex-1 content-start px-6 max-md:px-4">
          {note}
          <RedactionFields form={form} inherited={governance.inherited} />
          <FormSection
            title="Blocked topics"
            detail="A question about one gets the reply, before anything is searched; sentences about it are never said, whoever writes them."
          >
            <RefusedTopics form={boundaries} />
          </FormSection>
          <PhraseFields form={boundaries} />
          <DisclaimerFields form={boundaries} />
          <CitationFields form={form} inherited={governance.inherited} />
          <ProviderFields form={form} governance={governance} />
          <RetentionFields form={form} inherited={governance.inherited} />
        </div>
        {(form.isChanged || form.error) && <SaveBar form={form} />}
      </form>
      <PreviewPanel twinId={governance.twinId} changes={form.changes} />
      <LeaveDialog blocker={form.blocker} />
    </div>
  );
}

/** The fields of a twin's own boundaries, over these rules. */
function boundariesOf({ draft, change }: RulesForm) {
  const { blockedTopics, blockedPhrases, disclaimers } = draft;
  const nothing = { allowedTopics: [], outsideReply: "" };
  const boundaries = { ...nothing, refusedTopics: blockedTopics, blockedPhrases, disclaimers };
  return {
    draft: { boundaries },
    bound: ({ refusedTopics, ...fields }: Partial<typeof boundaries>) => {
      const { allowedTopics: _, outsideReply: __, ...rules } = fields;
      change({ ...rules, ...(refusedTopics && { blockedTopics: refusedTopics }) });
    },
  };
}

function SaveBar({ form }: { form: RulesForm }) {
  return (
    <div className="sticky bottom-0 grid gap-2 border-t border-line bg-canvas px-6 py-3 max-md:px-4">
      <FormFailure error={form.error} />
      <div className="flex items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm text-muted">
          Unsaved changes
        </p>
        <Button onClick={form.discard}>Discard</Button>
        <Button type="submit" variant="primary" disabled={form.isSaving}>
          {form.isSaving ? "Saving…" : "Save"}
        </Button>
      </div>
    </div>
  );
}
