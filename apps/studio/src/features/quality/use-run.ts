import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import type { RunDetail } from "./quality.ts";

export const LOOK_EVERY_MS = 700;

/** A run, looked at again until it has ended. */
export function useRun(runId: string): RunDetail {
  const trpc = useTRPC();
  return useSuspenseQuery(
    trpc.quality.getRun.queryOptions(
      { runId },
      {
        refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_EVERY_MS : false),
      },
    ),
  ).data;
}
