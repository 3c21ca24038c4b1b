import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";

export type Exploration = Outputs["knowledge"]["explore"];
export type ExploredPassage = Exploration["passages"][number];
export type Dropped = Exploration["dropped"][number];

export interface Asked {
  twinId: string;
  query: string;
  earlier?: string[];
  /** As someone in these groups; left out: as oneself, who sees everything. */
  accessGroupIds?: string[];
}

/** Asked anew whenever it is come back to; while settings change, what they gave before stays in sight. */
export function useExploration(input: Asked & { settings: ChosenSettings }) {
  const trpc = useTRPC();
  return useQuery(
    trpc.knowledge.explore.queryOptions(input, {
      staleTime: 0,
      refetchOnWindowFocus: false,
      placeholderData: keepPreviousData,
    }),
  );
}
