import { useMutation } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

/** Makes a question one more way to ask for a verified answer, as its next version; can be undone. */
export function useAddPhrasing() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const changed = useVerifiedChanged();
  const toasts = useToasts();
  const undoing = useMutation(
    trpc.verifiedAnswer.update.mutationOptions({ onSuccess: (undone) => changed(undone) }),
  );
  const adding = useMutation({
    mutationFn: async ({
      verifiedAnswerId,
      phrasing,
    }: {
      verifiedAnswerId: string;
      phrasing: string;
    }) => {
      const { phrasings, version } = await client.verifiedAnswer.get.query({ verifiedAnswerId });
      const longer = [...phrasings, phrasing];
      const saved = await client.verifiedAnswer.update.mutate({
        verifiedAnswerId,
        version,
        phrasings: longer,
      });
      return { saved, before: phrasings };
    },
    onSuccess: async ({ saved, before }) => {
      const { id: verifiedAnswerId, version, question } = saved;
      toasts.show({
        text: `Added to “${question}”.`,
        action: {
          label: "Undo",
          run: () => undoing.mutate({ verifiedAnswerId, version, phrasings: before }),
        },
      });
      await changed(saved);
    },
  });
  return { add: adding.mutate, isAdding: adding.isPending };
}
