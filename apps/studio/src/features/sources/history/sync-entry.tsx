import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Sync } from "@understudy/core/source/contract";
import { ChevronDown, ChevronRight } from "lucide-react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { failureWords } from "../failure-words.ts";
import { SyncMark } from "./sync-mark.tsx";
import { SyncReport } from "./sync-report.tsx";
import { syncWords, TRIGGER_WORDS } from "./sync-words.ts";

/** One sync; the one that lies open stands in the address. */
export function SyncEntry({ sync, now }: { sync: Sync; now: number }) {
  const { sync: openId } = useSearch({ strict: false });
  const navigate = useNavigate();
  const isOpen = openId === sync.id;
  const toggle = () =>
    navigate({
      to: ".",
      search: (current) => ({ ...current, sync: isOpen ? undefined : sync.id }),
      replace: true,
    });
  const time = sync.finishedAt ?? sync.startedAt;
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={toggle}
        className="flex w-full items-start gap-2 px-4 py-2.5 text-left -outline-offset-2 hover:bg-hover [&_svg]:mt-0.5"
      >
        <SyncMark status={sync.status} />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex justify-between gap-3">
            <span className="font-medium">{TRIGGER_WORDS[sync.trigger]}</span>
            <time dateTime={time} title={formatMoment(time)} className="text-sm text-faint">
              {formatAgo(time, now)}
            </time>
          </span>
          {sync.failure ? (
            <span className="text-sm text-pretty text-bad">{failureWords(sync.failure)}</span>
          ) : (
            <span className="text-sm text-muted">{syncWords(sync)}</span>
          )}
          {sync.failure && sync.pages && (
            <span className="text-sm text-muted">{syncWords(sync)}</span>
          )}
        </span>
        {isOpen ? (
          <ChevronDown aria-hidden className="size-4 text-muted" />
        ) : (
          <ChevronRight aria-hidden className="size-4 text-muted" />
        )}
      </button>
      {isOpen && <SyncReport sync={sync} />}
    </li>
  );
}
