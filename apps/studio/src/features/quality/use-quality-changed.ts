import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Shows a change wherever tests, runs and releases are shown. */
export function useQualityChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.quality.pathFilter()),
      queryClient.invalidateQueries(trpc.release.pathFilter()),
    ]);
  };
}
