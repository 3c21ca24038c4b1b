import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef } from "react";
import { useKeepJob } from "#features/jobs/use-keep-job.ts";
import { useKeepSource } from "#features/sources/use-keep-source.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useIsVisible } from "#lib/use-is-visible.ts";

/**
 * The page's one subscription: a twin's sources and jobs while one is open, otherwise the tenant's
 * jobs. One, because browsers share six connections to a host among all tabs.
 */
export function LiveChanges({ twinId }: { twinId?: string }) {
  const trpc = useTRPC();
  const isVisible = useIsVisible();
  const keepJob = useKeepJob();
  const keepSource = useKeepSource();
  useSubscription(
    trpc.source.watch.subscriptionOptions(
      { twinId: twinId ?? "" },
      {
        enabled: isVisible && twinId !== undefined,
        onData: (change) => (change.type === "job" ? keepJob(change.job) : keepSource(change)),
      },
    ),
  );
  useSubscription(
    trpc.job.watch.subscriptionOptions(
      {},
      { enabled: isVisible && twinId === undefined, onData: keepJob },
    ),
  );
  useCatchUp(isVisible);
  return null;
}

/** What changed while nobody was watching is asked for once. */
function useCatchUp(isVisible: boolean): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const wasVisible = useRef(isVisible);
  useEffect(() => {
    if (isVisible && !wasVisible.current) {
      void queryClient.invalidateQueries(trpc.source.list.pathFilter());
      void queryClient.invalidateQueries(trpc.source.get.pathFilter());
      void queryClient.invalidateQueries(trpc.job.pathFilter());
    }
    wasVisible.current = isVisible;
  }, [isVisible, queryClient, trpc]);
}
