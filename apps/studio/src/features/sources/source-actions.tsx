import type { Source } from "@understudy/core/source/contract";
import {
  Ban,
  Download,
  Ellipsis,
  FileUp,
  History,
  KeyRound,
  NotebookPen,
  Pencil,
  RefreshCw,
  RotateCw,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { useRetryFailed } from "#features/jobs/use-retry-failed.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#ui/menu.tsx";
import { ScheduleMenu } from "./schedule-menu.tsx";
import { SourceDialog, type SourceDialogKind } from "./source-dialog.tsx";
import { isFromWeb, isReplaceable } from "./source-kinds.ts";
import { useSourceActions } from "./use-source-actions.ts";

export function SourceActions({ source }: { source: Source }) {
  const { retry, resync, cancel, remove, openHistory } = useSourceActions();
  const { retryAll } = useRetryFailed();
  const [dialog, setDialog] = useState<SourceDialogKind | null>(null);
  const isEncrypted = source.failure?.reason === "source.encrypted";
  const isBusy = source.status === "processing" || source.refreshing;
  const { id: parentId, twinId } = source;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${source.title}`} size="small-icon">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {source.status === "failed" && (
          <MenuItem onSelect={() => (isEncrypted ? setDialog("password") : retry(source))}>
            {isEncrypted ? <KeyRound aria-hidden /> : <RotateCw aria-hidden />}
            {isEncrypted ? "Enter password…" : "Try again"}
          </MenuItem>
        )}
        {source.pages !== null && source.pages.failed > 0 && (
          <MenuItem onSelect={() => retryAll([{ twinId, parentId }])}>
            <RotateCw aria-hidden />
            Try all failed again
          </MenuItem>
        )}
        {isFromWeb(source) && source.status === "live" && !source.refreshing && (
          <MenuItem onSelect={() => resync(source)}>
            <RefreshCw aria-hidden />
            Sync now
          </MenuItem>
        )}
        {isFromWeb(source) && source.parentId === null && <ScheduleMenu source={source} />}
        {isBusy && (
          <MenuItem onSelect={() => cancel(source)}>
            <Ban aria-hidden />
            Cancel processing
          </MenuItem>
        )}
        {isReplaceable(source) && (
          <MenuItem onSelect={() => setDialog("replace")}>
            <FileUp aria-hidden />
            Replace file…
          </MenuItem>
        )}
        {source.kind === "note" && !isBusy && (
          <MenuItem onSelect={() => setDialog("edit")}>
            <NotebookPen aria-hidden />
            Edit note…
          </MenuItem>
        )}
        <MenuItem onSelect={() => setDialog("rename")}>
          <Pencil aria-hidden />
          Rename…
        </MenuItem>
        <MenuItem onSelect={() => openHistory(source)}>
          <History aria-hidden />
          History
        </MenuItem>
        {source.kind !== "sitemap" && (
          <MenuItem asChild>
            <a href={`/api/sources/${source.id}/file`} download>
              <Download aria-hidden />
              Download original
            </a>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem danger onSelect={() => remove(source)}>
          <Trash2 aria-hidden />
          Remove
        </MenuItem>
      </Menu>
      {dialog && <SourceDialog kind={dialog} source={source} onClose={() => setDialog(null)} />}
    </>
  );
}
