import type { Outputs } from "#lib/trpc.ts";

/** What adding one thing would bring; null where it cannot be known yet. */
export type PreflightItem = Outputs["source"]["preflight"]["items"][number];
