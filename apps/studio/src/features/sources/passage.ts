import type { Outputs } from "#lib/trpc.ts";

export type Passage = Outputs["source"]["chunks"]["items"][number];
export type Locator = Passage["locator"];
