import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Has the lists of exports and erasures read anew. */
export function usePrivacyChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.privacy.pathFilter());
}
