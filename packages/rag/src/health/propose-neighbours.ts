import type { TwinIndex } from "../index/twin-index.ts";
import type { PassagePlace } from "../retrieve/candidate.ts";
import { searchIndex } from "../retrieve/search-index.ts";
import type { Visible } from "../retrieve/view-blocks.ts";
import type { Statement } from "./read-statements.ts";

/** Passages that speak most of what one statement does. */
const NEIGHBOURS = 4;

/** Where else a statement may be contradicted: the visible passages that are most like it. */
export function proposeNeighbours(
  index: TwinIndex,
  statement: Statement,
  others: Visible,
): PassagePlace[] {
  return searchIndex(index, `${statement.question} ${statement.claim}`, {
    limit: NEIGHBOURS,
    visible: others,
  });
}
