import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Loads the studio anew: nothing of the other workspace stays in sight, in memory or on the line. */
export function useEnterWorkspace() {
  const trpc = useTRPC();
  return useMutation(
    trpc.tenant.switch.mutationOptions({ onSuccess: () => window.location.assign("/") }),
  );
}
