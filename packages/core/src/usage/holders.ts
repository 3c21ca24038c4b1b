import type { UsageLimit } from "./contract.ts";

/** Who adds sources, or has them: groups and visitors do neither. */
export const HOLDERS: ReadonlySet<UsageLimit["scope"]> = new Set(["tenant", "twin", "key"]);
