import { useSearch } from "@tanstack/react-router";
import { narrowedTo } from "#app/analytics-search.ts";
import type { ConversationsSearch } from "#app/conversations-search.ts";
import type { Outputs } from "#lib/trpc.ts";
import { usePeriod } from "./use-period.ts";

export type Overview = Outputs["analytics"]["overview"];
export type Figures = Overview["current"]["figures"];
export type Timeseries = Outputs["analytics"]["timeseries"];
export type Point = Timeseries["points"][number];
export type Part = Outputs["analytics"]["breakdown"]["parts"][number];
export type SourceFigures = Outputs["analytics"]["sources"]["sources"][number];

/** What conversations are narrowed to behind a figure. */
export type Behind = Omit<ConversationsSearch, "open">;

/** What every part of the screen asks for, as the address says it. */
export function useViewed(twinId: string) {
  const search = useSearch({ from: "/studio/twins/$twinId/analytics" });
  const { range, ...period } = usePeriod(search);
  const narrowed = narrowedTo({ ...search });
  const { timeZone, ...between } = period;
  return {
    input: { twinId, ...period, ...narrowed },
    behind: { ...between, ...narrowed } satisfies Behind,
    range,
    narrowed,
  };
}
