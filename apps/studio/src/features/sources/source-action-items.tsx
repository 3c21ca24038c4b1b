import type { Source } from "@understudy/core/source/contract";
import {
  Ban,
  Download,
  FileUp,
  History,
  KeyRound,
  NotebookPen,
  Pencil,
  RefreshCw,
  RotateCw,
  Scissors,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { useRetryFailed } from "#features/jobs/use-retry-failed.ts";
import { MenuItem, MenuSeparator } from "#ui/menu.tsx";
import { ScheduleMenu } from "./schedule-menu.tsx";
import type { SourceDialogKind } from "./source-dialog.tsx";
import { isFromWeb, isReplaceable } from "./source-kinds.ts";
import { useSourceActions } from "./use-source-actions.ts";

/** What can be done with a source in the state it had when the menu opened. */
export function SourceActionItems({
  source: current,
  onDialog,
}: {
  source: Source;
  onDialog: (dialog: SourceDialogKind) => void;
}) {
  // Items that moved under the pointer when the state changed would be clicked by mistake.
  const [source] = useState(current);
  const { retry, resync, cancel, remove, openHistory } = useSourceActions();
  const { retryAll } = useRetryFailed();
  const isEncrypted = source.failure?.reason === "source.encrypted";
  const isBusy = source.status === "processing" || source.refreshing;
  const isOnWeb = isFromWeb(source);
  return (
    <>
      {source.status === "failed" && (
        <MenuItem onSelect={() => (isEncrypted ? onDialog("password") : retry(source))}>
          {isEncrypted ? <KeyRound aria-hidden /> : <RotateCw aria-hidden />}
          {isEncrypted ? "Enter password…" : "Try again"}
        </MenuItem>
      )}
      {source.pages !== null && source.pages.failed > 0 && (
        <MenuItem onSelect={() => retryAll({ twinId: source.twinId, parentId: source.id })}>
          <RotateCw aria-hidden />
          Try all failed again
        </MenuItem>
      )}
      {isOnWeb && source.status === "live" && !isBusy && (
        <MenuItem onSelect={() => resync(source)}>
          <RefreshCw aria-hidden />
          Sync now
        </MenuItem>
      )}
      {isBusy && (
        <MenuItem onSelect={() => cancel(source)}>
          <Ban aria-hidden />
          Cancel processing
        </MenuItem>
      )}
      {isReplaceable(source) && (
        <MenuItem onSelect={() => onDialog("replace")}>
          <FileUp aria-hidden />
          Replace file…
        </MenuItem>
      )}
      {source.kind === "note" && !isBusy && (
        <MenuItem onSelect={() => onDialog("edit")}>
          <NotebookPen aria-hidden />
          Edit note…
        </MenuItem>
      )}
      <MenuItem onSelect={() => onDialog("rename")}>
        <Pencil aria-hidden />
        Rename…
      </MenuItem>
      {source.status === "live" && !isBusy && (
        <MenuItem onSelect={() => onDialog("settings")}>
          <Scissors aria-hidden />
          Passages…
        </MenuItem>
      )}
      <MenuItem onSelect={() => openHistory(source)}>
        <History aria-hidden />
        History
      </MenuItem>
      {source.kind !== "sitemap" && <DownloadItem source={source} />}
      {isOnWeb && source.parentId === null && <ScheduleMenu source={source} />}
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove(source)}>
        <Trash2 aria-hidden />
        Remove
      </MenuItem>
    </>
  );
}

function DownloadItem({ source }: { source: Source }) {
  return (
    <MenuItem asChild>
      <a href={`/api/sources/${source.id}/file`} download>
        <Download aria-hidden />
        Download original
      </a>
    </MenuItem>
  );
}
