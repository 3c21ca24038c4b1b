import type { GenerationRow } from "@understudy/db/queries/index-generations";
import type { Aim } from "@understudy/db/queries/index-targets";
import { STANDARD_CHUNKING } from "./chunking.ts";

/** No generation has this id. */
const NO_GENERATION = "00000000-0000-0000-0000-000000000000";

/** What an index is to consist of. A twin without a generation answers by words, cut as the product does. */
export function aimOf(twinId: string, generation: GenerationRow | undefined): Aim {
  return {
    id: generation?.id ?? NO_GENERATION,
    twinId,
    model: generation?.model ?? null,
    chunking: generation?.chunking ?? null,
    standard: STANDARD_CHUNKING,
  };
}
