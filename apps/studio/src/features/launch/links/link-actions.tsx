import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ShareLink } from "@understudy/core/share-link/contract";
import { Ellipsis, Pencil, Power, QrCode, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { QrDialog } from "./qr-dialog.tsx";

export function LinkActions({ link }: { link: ShareLink }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<"edit" | "qr" | "revoke" | null>(null);
  const close = () => setOpen(null);
  const onSuccess = async () => {
    await queryClient.invalidateQueries(trpc.shareLink.list.pathFilter());
    close();
  };
  const update = useMutation(trpc.shareLink.update.mutationOptions({ onSuccess }));
  const revoke = useMutation(
    trpc.shareLink.revoke.mutationOptions({ meta: { inline: true }, onSuccess }),
  );
  const { id: shareLinkId, isOn, name } = link;
  return (
    <span className="inline-flex items-center gap-1">
      <CopyButton text={link.url} label="Copy" />
      <Menu
        trigger={
          <IconButton label={`Actions for ${name}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setOpen("edit")}>
          <Pencil aria-hidden />
          Edit
        </MenuItem>
        <MenuItem onSelect={() => setOpen("qr")}>
          <QrCode aria-hidden />
          QR code
        </MenuItem>
        <MenuItem onSelect={() => update.mutate({ shareLinkId, isOn: !isOn })}>
          <Power aria-hidden />
          {isOn ? "Switch off" : "Switch on"}
        </MenuItem>
        <MenuItem danger onSelect={() => setOpen("revoke")}>
          <Trash2 aria-hidden />
          Revoke
        </MenuItem>
      </Menu>
      {open === "edit" && <LinkDialog twinId={link.twinId} link={link} onClose={close} />}
      {open === "qr" && <QrDialog link={link} onClose={close} />}
      {open === "revoke" && (
        <ConfirmDialog
          isDangerous
          title={`Revoke “${name}”?`}
          description="It opens nothing any more, and who came by it is cut off at once. Its address is never given to another link."
          action="Revoke link"
          mutation={revoke}
          onConfirm={() => revoke.mutate({ shareLinkId })}
          onClose={close}
        />
      )}
    </span>
  );
}
