import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { AddActions } from "./add-actions.tsx";
import type { AddFormProps } from "./add-dialog.tsx";
import { AddressField } from "./address-field.tsx";
import { PreflightOutcome } from "./preflight-outcome.tsx";
import { useAdded } from "./use-added.ts";
import { usePreflight } from "./use-preflight.ts";

/** One page of the web, or a file that lies there; fetched by the server, in the background. */
export function AddPage({ twinId, address, onAddress, onKind, onDone }: AddFormProps) {
  const trpc = useTRPC();
  const onSuccess = useAdded(onDone);
  const preflight = usePreflight({ twinId, url: address, as: "page" });
  const add = useMutation(
    trpc.source.addUrl.mutationOptions({ meta: { inline: true }, onSuccess }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ twinId, url: address });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormFailure error={add.error} />
      <AddressField
        kind="page"
        value={address}
        placeholder="https://example.com/handbook"
        hint="A public web page, or a file that lies on one."
        onChange={onAddress}
        onKind={onKind}
      />
      <PreflightOutcome twinId={twinId} preflight={preflight} />
      <AddActions label="Add page" isPending={add.isPending} onCancel={onDone} />
    </form>
  );
}
