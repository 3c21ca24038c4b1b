import { useMutation, useQueryClient } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** What was fetched again by itself where the twin comes from is fetched here when somebody says so. */
export function PausedSchedules({ twinId, count }: { twinId: string; count: number }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const resuming = useMutation(
    trpc.source.resumeSchedules.mutationOptions({
      meta: { inline: true },
      onSuccess: () => queryClient.invalidateQueries(trpc.source.pathFilter()),
    }),
  );
  if (count === 0) return null;
  if (resuming.data) {
    return (
      <p role="status" className="text-good">
        {countOf(resuming.data.resumed, "sync schedule")} turned on.
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <FormFailure error={resuming.error} />
      <p className="text-muted">
        {countOf(count, "sync schedule")} came with it, paused: nothing is fetched by itself until
        you turn it on, here or on each source.
      </p>
      <div>
        <Button disabled={resuming.isPending} onClick={() => resuming.mutate({ twinId })}>
          {resuming.isPending ? "Turning on…" : "Turn schedules on"}
        </Button>
      </div>
    </div>
  );
}
