import type { Source } from "@understudy/core/source/contract";
import {
  Ban,
  Download,
  Ellipsis,
  KeyRound,
  Pencil,
  RefreshCw,
  RotateCw,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#ui/menu.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { RenameSourceDialog } from "./rename-source-dialog.tsx";
import { useSourceActions } from "./use-source-actions.ts";

export function SourceActions({ source }: { source: Source }) {
  const { retry, resync, cancel, remove } = useSourceActions();
  const [dialog, setDialog] = useState<"rename" | "password" | null>(null);
  const close = () => setDialog(null);
  const isEncrypted = source.failure?.reason === "source.encrypted";
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${source.title}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {source.status === "failed" && !isEncrypted && (
          <MenuItem onSelect={() => retry(source)}>
            <RotateCw aria-hidden />
            Try again
          </MenuItem>
        )}
        {source.status === "failed" && isEncrypted && (
          <MenuItem onSelect={() => setDialog("password")}>
            <KeyRound aria-hidden />
            Enter password…
          </MenuItem>
        )}
        {source.url && source.status === "live" && !source.refreshing && (
          <MenuItem onSelect={() => resync(source)}>
            <RefreshCw aria-hidden />
            Sync now
          </MenuItem>
        )}
        {(source.status === "processing" || source.refreshing) && (
          <MenuItem onSelect={() => cancel(source)}>
            <Ban aria-hidden />
            Cancel processing
          </MenuItem>
        )}
        <MenuItem onSelect={() => setDialog("rename")}>
          <Pencil aria-hidden />
          Rename…
        </MenuItem>
        <MenuItem asChild>
          <a href={`/api/sources/${source.id}/file`} download>
            <Download aria-hidden />
            Download original
          </a>
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => remove(source)}>
          <Trash2 aria-hidden />
          Remove
        </MenuItem>
      </Menu>
      {dialog === "password" && <PasswordDialog source={source} onClose={close} />}
      {dialog === "rename" && <RenameSourceDialog source={source} onClose={close} />}
    </>
  );
}
