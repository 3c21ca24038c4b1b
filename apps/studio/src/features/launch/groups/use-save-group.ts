import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useGroupsChanged } from "./use-groups.ts";

/** The mutations of a group's parts; each shows what it has changed, and says so. */
export function useSaveGroup(words: string, onSaved: () => void) {
  const trpc = useTRPC();
  const changed = useGroupsChanged();
  const toasts = useToasts();
  const options = {
    meta: { inline: true },
    onSuccess: async () => {
      await changed();
      onSaved();
      toasts.show({ text: words });
    },
  };
  return {
    members: useMutation(trpc.accessGroup.setMembers.mutationOptions(options)),
    content: useMutation(trpc.accessGroup.setContent.mutationOptions(options)),
    limits: useMutation(trpc.accessGroup.setLimits.mutationOptions(options)),
    overrides: useMutation(trpc.accessGroup.setOverrides.mutationOptions(options)),
    group: useMutation(trpc.accessGroup.update.mutationOptions(options)),
  };
}
