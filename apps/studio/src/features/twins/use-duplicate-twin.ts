import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

/** Makes a copy of a twin; its message leads there. */
export function useDuplicateTwin() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const navigate = useNavigate();
  const open = (twinId: string) => void navigate({ to: "/twins/$twinId", params: { twinId } });
  const duplicating = useMutation(
    trpc.twin.duplicate.mutationOptions({
      onSuccess: ({ id, name }) =>
        toasts.show({
          text: `“${name}” is made. Its sources are being read.`,
          action: { label: "Open", run: () => open(id) },
        }),
      onSettled: () => queryClient.invalidateQueries(trpc.twin.pathFilter()),
    }),
  );
  return ({ id }: Twin) => duplicating.mutate({ twinId: id });
}
