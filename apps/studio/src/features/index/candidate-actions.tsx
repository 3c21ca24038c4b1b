import { useMutation } from "@tanstack/react-query";
import { ArrowRightLeft, Trash2 } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { type Candidate, useKeepIndex } from "./use-index.ts";

/** Dropping it costs nothing but its making: the other one answers all the while. */
export function CandidateActions({ twinId, candidate }: { twinId: string; candidate: Candidate }) {
  const trpc = useTRPC();
  const keep = useKeepIndex(twinId);
  const toasts = useToasts();
  const ref = { twinId, generationId: candidate.id };
  const move = useMutation(
    trpc.knowledge.switchIndex.mutationOptions({
      onSuccess: (index) => {
        keep(index);
        toasts.show({ text: "The new index answers from now on." });
      },
    }),
  );
  const drop = useMutation(
    trpc.knowledge.dropIndex.mutationOptions({
      onSuccess: (index) => {
        keep(index);
        toasts.show({ text: "Dropped. Nothing has changed." });
      },
    }),
  );
  const isPending = move.isPending || drop.isPending;
  const isReady = candidate.status === "ready";
  return (
    <div className="flex flex-wrap gap-2">
      <Button disabled={isPending} onClick={() => drop.mutate(ref)}>
        <Trash2 aria-hidden />
        {isReady ? "Drop it" : "Cancel and drop"}
      </Button>
      <Button variant="primary" disabled={!isReady || isPending} onClick={() => move.mutate(ref)}>
        <ArrowRightLeft aria-hidden />
        Switch to it
      </Button>
    </div>
  );
}
