export interface Chunking {
  targetWords: number;
  overlapWords: number;
}

/** Ways to cut that suit a kind of text. */
export const CHUNKINGS = [
  {
    label: "Short",
    targetWords: 120,
    overlapWords: 0,
    suits: "tables, lists, questions and answers",
  },
  { label: "Standard", targetWords: 300, overlapWords: 60, suits: "most texts" },
  {
    label: "Long",
    targetWords: 500,
    overlapWords: 100,
    suits: "long prose, where an answer needs its context",
  },
] as const;

export const LEAST_WORDS = 60;
export const MOST_WORDS = 600;

/** What is wrong with a way to cut, in words; undefined: nothing. */
export function chunkingProblem({ targetWords, overlapWords }: Chunking): string | undefined {
  if (!Number.isInteger(targetWords) || targetWords < LEAST_WORDS || targetWords > MOST_WORDS) {
    return `A passage takes ${LEAST_WORDS} to ${MOST_WORDS} words.`;
  }
  if (!Number.isInteger(overlapWords) || overlapWords < 0 || 2 * overlapWords > targetWords) {
    return "A passage repeats at most half of the one before.";
  }
  return undefined;
}

export function isSameChunking(a: Chunking, b: Chunking): boolean {
  return a.targetWords === b.targetWords && a.overlapWords === b.overlapWords;
}
