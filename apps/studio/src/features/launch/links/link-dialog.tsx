import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ShareLink } from "@understudy/core/share-link/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { GroupChecks } from "../groups/group-checks.tsx";
import { LeadFields } from "../lead-fields.tsx";
import { draftOf, readChanges, readNew } from "./link-draft.ts";
import { LinkFields } from "./link-fields.tsx";
import { ScopeField } from "./scope-field.tsx";

/** Makes a link, or changes one. */
export function LinkDialog({
  twinId,
  link,
  onClose,
}: {
  twinId: string;
  link?: ShareLink;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(link));
  const onSuccess = async () => {
    await queryClient.invalidateQueries(trpc.shareLink.list.pathFilter());
    onClose();
  };
  const options = { meta: { inline: true }, onSuccess };
  const create = useMutation(trpc.shareLink.create.mutationOptions(options));
  const update = useMutation(trpc.shareLink.update.mutationOptions(options));
  const { error, isPending } = link ? update : create;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (link) update.mutate({ shareLinkId: link.id, ...readChanges(draft, link) });
    else create.mutate({ twinId, ...readNew(draft) });
  };
  const change = (fields: Partial<typeof draft>) => setDraft({ ...draft, ...fields });
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={link ? `Edit “${link.name}”` : "New share link"}
      description={link ? "Changes count from the next question on." : "Whoever has it is let in."}
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={error} />
        <LinkFields draft={draft} link={link} onChange={change} />
        <GroupChecks
          twinId={twinId}
          checked={draft.accessGroupIds}
          onChange={(accessGroupIds) => change({ accessGroupIds })}
        />
        <ScopeField
          twinId={twinId}
          sourceIds={draft.sourceIds}
          onChange={(sourceIds) => change({ sourceIds })}
        />
        <LeadFields draft={draft} onChange={change} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {link ? "Save" : "Make link"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
