import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Shows everywhere that visitors get something else now. */
export function useReleased(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.release, trpc.quality, trpc.twin].map((changed) =>
        queryClient.invalidateQueries(changed.pathFilter()),
      ),
    );
  };
}
