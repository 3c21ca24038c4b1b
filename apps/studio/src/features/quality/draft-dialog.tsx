import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { countOf } from "#lib/format-count.ts";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { DraftRow } from "./draft-row.tsx";
import type { Draft } from "./quality.ts";
import { useQualityChanged } from "./use-quality-changed.ts";

/** Proposes tests; those that are ticked are kept, the others were never there. */
export function DraftDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const changed = useQualityChanged();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(1);
  const drafts = useQuery({
    queryKey: [...trpc.quality.draftTests.mutationKey(), twinId, round],
    queryFn: () => client.quality.draftTests.mutate({ twinId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const items = drafts.data?.items ?? [];
  const taken = items.filter(({ question }) => !refused.has(question));
  const keep = useMutation({
    meta: { inline: true },
    mutationFn: async (wanted: readonly Draft[]) => {
      for (const { question, expectations } of wanted) {
        await client.quality.createTest.mutate({
          twinId,
          question,
          expectations,
          origin: "content",
        });
      }
    },
    onSuccess: onClose,
    onSettled: changed,
  });
  const toggle = (question: string) => {
    const next = new Set(refused);
    if (!next.delete(question)) next.add(question);
    setRefused(next);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Draft tests from the content"
      description="Questions your sources answer, and some that should not be answered. Untick what you don’t want."
    >
      <FormFailure error={drafts.error ?? keep.error} />
      {drafts.isFetching && <ProgressBar fraction={null} label="Drafting" />}
      {drafts.data && items.length === 0 && (
        <p className="text-muted">Nothing new could be drafted. Teach the twin more first.</p>
      )}
      <ul className="grid max-h-[46vh] overflow-y-auto">
        {items.map((draft) => (
          <DraftRow
            key={draft.question}
            draft={draft}
            isTaken={!refused.has(draft.question)}
            onToggle={() => toggle(draft.question)}
          />
        ))}
      </ul>
      <DialogActions>
        <Button disabled={drafts.isFetching} onClick={() => setRound(round + 1)}>
          Draft others
        </Button>
        <Button
          variant="primary"
          disabled={taken.length === 0 || keep.isPending}
          onClick={() => keep.mutate(taken)}
        >
          {keep.isPending ? "Keeping…" : `Keep ${countOf(taken.length, "test")}`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
