import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { ComparedSources } from "./compared-sources.tsx";
import { useJudgeSimilar } from "./use-judge-similar.ts";
import type { Finding } from "./use-similar.ts";

/** A pair of nearly equal sources side by side, and what can be done about it; then the next pair. */
export function SimilarDialog({ findings }: { findings: readonly Finding[] }) {
  const { similar } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const index = findings.findIndex(({ id }) => id === similar);
  const finding = findings[index];
  const show = (id: string | undefined) =>
    void navigate({ search: (current) => ({ ...current, similar: id }), replace: true });
  const next = findings[index + 1] ?? findings[index - 1];
  const judge = useJudgeSimilar(() => show(next?.id));
  useEffect(() => {
    if (similar && findings.length > 0 && !finding) show(undefined);
  });
  if (!finding) return null;
  return (
    <Dialog
      open
      broad
      onOpenChange={() => show(undefined)}
      title="Nearly the same"
      description={`${Math.round((finding.score ?? 0) * 100)} % alike. Pair ${index + 1} of ${findings.length}.`}
    >
      <ComparedSources finding={finding} isPending={judge.isPending} onRemove={judge.remove} />
      <DialogActions>
        <Button disabled={judge.isPending} onClick={() => judge.settle(finding)}>
          Ask again when one changes
        </Button>
        <Button
          variant="primary"
          disabled={judge.isPending}
          onClick={() => judge.keepBoth(finding)}
        >
          Keep both
        </Button>
      </DialogActions>
    </Dialog>
  );
}
