import type { TermIdf } from "../retrieve/measure-idf.ts";
import { alignStatements } from "./align-statements.ts";
import type { Statement } from "./read-statements.ts";

/** A sentence that is not said any more, and what is said in its place, if anything. */
export interface ChangedSentence {
  before: Statement;
  after: Statement | null;
}

const LEAST_SHARE = 0.5;

/** For each sentence that went, the one that came which is most like it. */
export function pairChanges(
  gone: readonly Statement[],
  come: readonly Statement[],
  idf: TermIdf,
): ChangedSentence[] {
  const said = new Set(come.map(({ claim }) => claim));
  const known = new Set(gone.map(({ claim }) => claim));
  const fresh = come.filter(({ claim }) => !known.has(claim));
  return gone
    .filter(({ claim }) => !said.has(claim))
    .map((before) => {
      const rated = fresh
        .map((after) => ({ after, share: Math.min(...alignStatements(before, after, idf).shares) }))
        .sort((one, other) => other.share - one.share);
      const [best] = rated;
      return { before, after: best && best.share >= LEAST_SHARE ? best.after : null };
    });
}
