import type { Outputs } from "#lib/trpc.ts";

export type Block = Outputs["source"]["blocks"]["items"][number];
