import { createHash } from "node:crypto";
import type { NewFinding } from "@understudy/db/queries/save-findings";
import type { Conflict } from "@understudy/rag/health/compare-passages";
import type { Statement } from "@understudy/rag/health/read-statements";

/** One side of a contradiction: a sentence in what a source or a verified answer says. */
export interface Side {
  /** Of the source or the verified answer. */
  ownerId: string;
  /** Null for a verified answer. */
  chunkId: string | null;
  text: string;
  /** Of the sentence, in the text. */
  start: number;
  end: number;
}

export function sideOf(owner: Omit<Side, "start" | "end">, { start, end }: Statement): Side {
  return { ...owner, start, end };
}

export interface FoundConflict {
  conflict: Conflict;
  ours: Side;
  theirs: Side;
}

/** Of two sources, the younger is the one that the finding is about. */
export function findingOf(
  { conflict, ours, theirs }: FoundConflict,
  other: "source" | "verified",
): NewFinding {
  const isSwapped = other === "source" && ours.ownerId < theirs.ownerId;
  const [first, second] = isSwapped ? [theirs, ours] : [ours, theirs];
  const { kind, differing, score } = conflict;
  return {
    kind: "contradiction",
    sourceId: first.ownerId,
    otherSourceId: other === "source" ? second.ownerId : null,
    verifiedQnaId: other === "verified" ? second.ownerId : null,
    fingerprint: fingerprintOf([conflict.one.claim, conflict.other.claim]),
    score,
    details: {
      differsIn: kind,
      differing: differing ? [differing.one, differing.other] : [],
      sides: [first, second],
    },
  };
}

/** The same for the same words, in whichever order they were met. */
export function fingerprintOf(words: readonly string[]): string {
  return createHash("sha256").update(words.toSorted().join("\n")).digest("hex").slice(0, 32);
}
