import type { Outputs } from "#lib/trpc.ts";

export type Overlay = Outputs["source"]["overlay"]["list"]["items"][number];

/** It does not apply any more, or to other words than it was made for. */
export function needsLook({ status }: Overlay): boolean {
  return status !== "applied";
}
