import { Link } from "@tanstack/react-router";
import type { Outputs } from "#lib/trpc.ts";
import { classNames } from "#ui/class-names.ts";
import { pageReasonWords } from "../failure-words.ts";
import { OUTCOME_WORDS } from "./sync-words.ts";

type Row = Outputs["source"]["listSyncPages"]["items"][number];

const TONES: Record<Row["outcome"], string> = {
  added: "text-good",
  changed: "text-accent-text",
  unchanged: "text-muted",
  removed: "text-warn",
  skipped: "text-muted",
  failed: "text-bad",
};

export function SyncPageRow({ row: { address, outcome, reason, sourceId } }: { row: Row }) {
  const shown = address.replace(/^https?:\/\/(www\.)?/, "");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line py-1.5 text-sm [contain-intrinsic-size:auto_2rem] [content-visibility:auto]">
      {sourceId ? (
        <Link
          to="."
          search={(current) => ({ ...current, source: sourceId, tab: undefined, sync: undefined })}
          className="truncate hover:underline"
        >
          {shown}
        </Link>
      ) : (
        <span className="truncate">{shown}</span>
      )}
      <span className={classNames("font-medium", TONES[outcome])}>{OUTCOME_WORDS[outcome]}</span>
      {reason && <p className="col-span-2 text-pretty text-muted">{pageReasonWords(reason)}</p>}
    </li>
  );
}
