import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";

export function RenameTwinDialog({ twin, onClose }: { twin: Twin; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const rename = useMutation(
    trpc.twin.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.twin.pathFilter());
        await queryClient.invalidateQueries(trpc.release.preview.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <OneFieldDialog
      title="Rename twin"
      label="Name"
      initial={twin.name}
      action="Rename"
      mutation={rename}
      input={{ maxLength: 80 }}
      onSubmit={(name) => rename.mutate({ twinId: twin.id, name })}
      onClose={onClose}
    />
  );
}
