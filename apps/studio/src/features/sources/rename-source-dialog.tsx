import { useMutation } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { useTRPC } from "#lib/trpc.ts";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";
import { useKeepSource } from "./use-keep-source.ts";

export function RenameSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const rename = useMutation(
    trpc.source.rename.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        keep({ sourceId: changed.id, source: changed });
        onClose();
      },
    }),
  );
  return (
    <OneFieldDialog
      title="Rename source"
      description="Citations show this title, and its words help to find passages."
      label="Title"
      initial={source.title}
      action="Rename"
      mutation={rename}
      input={{ maxLength: 300 }}
      onSubmit={(title) => rename.mutate({ sourceId: source.id, title })}
      onClose={onClose}
    />
  );
}
