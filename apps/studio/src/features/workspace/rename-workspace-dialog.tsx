import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";

export function RenameWorkspaceDialog({
  tenant,
  onClose,
}: {
  tenant: { name: string };
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const rename = useMutation(
    trpc.tenant.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.tenant.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <OneFieldDialog
      title="Rename workspace"
      label="Name"
      hint="The people in it see this name, and those you invite."
      initial={tenant.name}
      action="Rename"
      mutation={rename}
      input={{ maxLength: 120 }}
      onSubmit={(name) => rename.mutate({ name })}
      onClose={onClose}
    />
  );
}
