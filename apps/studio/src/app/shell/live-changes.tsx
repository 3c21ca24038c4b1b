import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRef } from "react";
import { useKeepJob } from "#features/jobs/use-keep-job.ts";
import { useKeepSource } from "#features/sources/use-keep-source.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useIsVisible } from "#lib/use-is-visible.ts";
import { useRevive } from "./use-revive.ts";

/**
 * The page's one subscription: a twin's sources and jobs while one is open, otherwise the tenant's
 * jobs. One, because browsers share six connections to a host among all tabs.
 */
export function LiveChanges({ twinId }: { twinId?: string }) {
  const trpc = useTRPC();
  const isVisible = useIsVisible();
  const keepJob = useKeepJob();
  const keepSource = useKeepSource();
  const catchUp = useCatchUp();
  const sources = useSubscription(
    trpc.source.watch.subscriptionOptions(
      { twinId: twinId ?? "" },
      {
        enabled: isVisible && twinId !== undefined,
        ...catchUp,
        onData: (change) => (change.type === "job" ? keepJob(change.job) : keepSource(change)),
      },
    ),
  );
  const jobs = useSubscription(
    trpc.job.watch.subscriptionOptions(
      {},
      { enabled: isVisible && twinId === undefined, ...catchUp, onData: keepJob },
    ),
  );
  useRevive(sources);
  useRevive(jobs);
  return null;
}

/** What changed while nobody was watching is asked for once, when watching begins late or again. */
function useCatchUp(): { onStarted: () => void; onError: () => void } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isLate = useRef(false);
  return {
    onStarted() {
      if (isLate.current) {
        for (const changed of [trpc.source, trpc.job, trpc.twin]) {
          void queryClient.invalidateQueries(changed.pathFilter());
        }
      }
      isLate.current = true;
    },
    onError() {
      isLate.current = true;
    },
  };
}
