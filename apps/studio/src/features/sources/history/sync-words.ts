import type { Sync } from "@understudy/core/source/contract";
import { countOf } from "#lib/format-count.ts";

export const TRIGGER_WORDS = {
  added: "Added",
  asked: "Synced by hand",
  schedule: "Synced on schedule",
  replaced: "File replaced",
  edited: "Text edited",
  recut: "Cut anew",
} as const satisfies Record<Sync["trigger"], string>;

export const OUTCOME_WORDS = {
  added: "added",
  changed: "changed",
  unchanged: "unchanged",
  removed: "removed",
  skipped: "skipped",
  failed: "failed",
} as const satisfies Record<keyof NonNullable<Sync["pages"]>, string>;

export type Outcome = keyof typeof OUTCOME_WORDS;
export const OUTCOMES = Object.keys(OUTCOME_WORDS) as Outcome[];

/** What a sync changed, in a line. */
export function syncWords({ status, passages, pages }: Sync): string {
  if (status === "running") return "Under way";
  if (status === "cancelled") return "Cancelled";
  if (pages) return pageWords(pages);
  if (status === "unchanged") return "Nothing had changed";
  if (status === "failed") return "Failed";
  const { added, removed, kept } = passages;
  if (added === 0 && removed === 0) return `${countOf(kept, "passage")}, none changed`;
  return [
    added > 0 && `${countOf(added, "passage")} added`,
    removed > 0 && `${countOf(removed, "passage")} removed`,
    kept > 0 && `${countOf(kept, "passage")} kept`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function pageWords(pages: NonNullable<Sync["pages"]>): string {
  const found = OUTCOMES.reduce((sum, outcome) => sum + (pages[outcome] ?? 0), 0);
  const parts = OUTCOMES.flatMap((outcome) => {
    const count = pages[outcome] ?? 0;
    return count > 0 ? [`${count} ${OUTCOME_WORDS[outcome]}`] : [];
  });
  return [`${found} found`, ...parts].join(" · ");
}
