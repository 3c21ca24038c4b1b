import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { useToasts } from "#ui/toaster.tsx";
import type { Test } from "./quality.ts";
import { RemoveTestButton } from "./remove-test-button.tsx";
import { TestForm } from "./test-form.tsx";
import { useQualityChanged } from "./use-quality-changed.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** The test that the address names, beside the list. */
export function TestPanel({ test }: { test: Test }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const changed = useQualityChanged();
  const navigate = useNavigate({ from: "/twins/$twinId/tests" });
  const close = () => void navigate({ search: {} });
  const update = useMutation(
    trpc.quality.updateTest.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        toasts.show({ text: "Saved. The next run asks it as it is now." });
        await changed();
      },
    }),
  );
  return (
    <SidePanel label="Quality test" onClose={close}>
      <PanelHead title={test.question} isRuled onClose={close} />
      <div className="grid min-h-0 content-start gap-4 overflow-y-auto p-4">
        {test.last && (
          <Link
            to="/twins/$twinId/runs/$runId"
            params={{ twinId: test.twinId, runId: test.last.runId }}
            search={{ result: test.id }}
            className="justify-self-start text-sm text-muted hover:underline"
          >
            <VerdictMark verdict={test.last.verdict}>See its last answer</VerdictMark>
          </Link>
        )}
        <TestForm
          twinId={test.twinId}
          draft={test}
          error={update.error}
          isSaving={update.isPending}
          cancel={<RemoveTestButton test={test} onRemoved={close} />}
          onSave={(draft) => update.mutate({ testId: test.id, revision: test.revision, ...draft })}
        />
      </div>
    </SidePanel>
  );
}
