import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Verification } from "@understudy/core/verification/contract";
import { useTRPC } from "#lib/trpc.ts";

/** What can be done with it; each shows at once what came of it. */
export function useVerification(onDone?: (verification: Verification) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    meta: { inline: true },
    onSuccess: (verification: Verification) => {
      const { twinId } = verification;
      queryClient.setQueryData(trpc.verification.get.queryKey({ twinId }), verification);
      onDone?.(verification);
    },
  };
  return {
    start: useMutation(trpc.verification.start.mutationOptions(options)),
    check: useMutation(trpc.verification.check.mutationOptions(options)),
    revoke: useMutation(trpc.verification.revoke.mutationOptions(options)),
  };
}
