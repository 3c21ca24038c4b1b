import type { Outputs } from "#lib/trpc.ts";

export type Release = Outputs["release"]["list"]["items"][number];
export type Preview = Outputs["release"]["preview"];
export type Change = Preview["changes"][number];
export type Blocker = Preview["blockers"][number];
