import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { ConfirmErasure } from "./confirm-erasure.tsx";
import { usePrivacyChanged } from "./use-privacy-changed.ts";
import { CONSEQUENCES } from "./what-goes.tsx";

export function EraseTwinDialog({ twin, onClose }: { twin: Twin; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const changed = usePrivacyChanged();
  const erasing = useMutation(
    trpc.twin.erase.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await navigate({ to: "/settings/privacy" });
        await Promise.all([queryClient.invalidateQueries(trpc.twin.list.pathFilter()), changed()]);
      },
    }),
  );
  return (
    <ConfirmErasure
      title={`Erase ${twin.name}`}
      consequences={CONSEQUENCES.twin}
      typed={twin.name}
      mutation={erasing}
      onConfirm={(confirm) => erasing.mutate({ twinId: twin.id, confirm })}
      onClose={onClose}
    />
  );
}
