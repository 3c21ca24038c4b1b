import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useQualityChanged } from "./use-quality-changed.ts";

/** Asks every test of the draft, and leads to what comes of it. */
export function RunButton({ twinId }: { twinId: string }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const changed = useQualityChanged();
  const run = useMutation(
    trpc.quality.run.mutationOptions({
      onSuccess: async ({ id: runId }) => {
        await navigate({ to: "/twins/$twinId/runs/$runId", params: { twinId, runId }, search: {} });
        await changed();
      },
    }),
  );
  return (
    <Button disabled={run.isPending} onClick={() => run.mutate({ twinId })}>
      <Play aria-hidden />
      Run all
    </Button>
  );
}
