import type { Outputs } from "#lib/trpc.ts";

export type LogLine = Outputs["job"]["logs"]["items"][number];
