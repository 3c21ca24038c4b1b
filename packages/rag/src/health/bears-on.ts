import type { TermIdf } from "../retrieve/measure-idf.ts";
import { alignStatements } from "./align-statements.ts";
import type { Statement } from "./read-statements.ts";

const LEAST_SHARE = 0.4;
const MOST_SHARE = 0.6;
const FEWEST_SHARED = 2;

/** How much a changed sentence bears on what somebody vouches for, from 0 to 1; 0 for hardly. */
export function bearsOn(changed: Statement, told: Statement, idf: TermIdf): number {
  const { shares, shared, ownNames } = alignStatements(changed, told, idf);
  const isOfAnother = ownNames[0].size > 0 && ownNames[1].size > 0;
  if (isOfAnother || shared.size < FEWEST_SHARED) return 0;
  const least = Math.min(...shares);
  return least >= LEAST_SHARE && Math.max(...shares) >= MOST_SHARE ? least : 0;
}
