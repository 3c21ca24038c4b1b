import { useSuspenseQuery } from "@tanstack/react-query";
import { LOOK_EVERY_MS } from "#features/quality/use-run.ts";
import { useTRPC } from "#lib/trpc.ts";
import type { Preview } from "./release.ts";

/** The draft against what visitors get; looked at again while its tests run. */
export function usePreview(twinId: string): Preview {
  const trpc = useTRPC();
  return useSuspenseQuery(
    trpc.release.preview.queryOptions(
      { twinId },
      {
        refetchInterval: ({ state }) =>
          state.data?.run?.status === "running" ? LOOK_EVERY_MS : false,
      },
    ),
  ).data;
}
