import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";
import { useEnterWorkspace } from "./use-enter-workspace.ts";

export function CreateWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const enter = useEnterWorkspace();
  const create = useMutation(
    trpc.tenant.create.mutationOptions({
      meta: { inline: true },
      onSuccess: ({ id }) => enter.mutate({ tenantId: id }),
    }),
  );
  return (
    <OneFieldDialog
      title="New workspace"
      description="Twins, people and keys of its own, apart from all others. You own it."
      label="Name"
      action="Create and go there"
      working="Creating…"
      mutation={create}
      input={{ maxLength: 120, placeholder: "Support team" }}
      onSubmit={(name) => create.mutate({ name })}
      onClose={onClose}
    />
  );
}
