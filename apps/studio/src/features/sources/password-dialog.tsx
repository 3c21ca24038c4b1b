import { useMutation } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { useTRPC } from "#lib/trpc.ts";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";
import { useKeepSource } from "./use-keep-source.ts";

export function PasswordDialog({
  source,
  onTried,
  onClose,
}: {
  source: Source;
  onTried?: () => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const retry = useMutation(
    trpc.source.retry.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        keep({ sourceId: changed.id, source: changed });
        onTried?.();
        onClose();
      },
    }),
  );
  return (
    <OneFieldDialog
      title="This file has a password"
      description={`It is used to read “${source.title}” and kept encrypted until then.`}
      label="Password of the file"
      action="Read the file"
      mutation={retry}
      input={{ type: "password", autoComplete: "off" }}
      onSubmit={(password) => retry.mutate({ sourceId: source.id, password })}
      onClose={onClose}
    />
  );
}
