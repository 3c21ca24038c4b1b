import type { Comparison } from "../contract.ts";
import { type PlaceInText, rankOfRight, shareOfBoth } from "./judge-places.ts";
import type { SampledQuestion } from "./sample-questions.ts";

export interface Searches {
  places: PlaceInText[];
  ms: number;
}

export interface Trial {
  question: SampledQuestion;
  before: Searches;
  after: Searches;
}

const MOST_DIFFERENCES = 12;
/** Two ranks this far apart are told of. */
const FAR = 3;

type Difference = Comparison["differences"][number];

export function sumTrials(trials: readonly Trial[], comparedAt: Date): Omit<Comparison, "tests"> {
  const judged = trials.filter(({ question }) => question.right.length > 0);
  const ranks = judged.map(({ question, before, after }) => ({
    question: question.question,
    origin: question.origin,
    before: rankOfRight(before.places, question.right),
    after: rankOfRight(after.places, question.right),
  }));
  const measure = (side: "before" | "after") => ({
    first: share(ranks, (rank) => rank[side] === 1),
    found: share(ranks, (rank) => rank[side] !== null),
    medianMs: median(trials.map((trial) => trial[side].ms)),
  });
  const shares = trials.map(({ before, after }) => shareOfBoth(before.places, after.places));
  return {
    questions: countOrigins(trials),
    judged: judged.length,
    before: measure("before"),
    after: measure("after"),
    overlap: shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length),
    differences: ranks.filter(isTold).sort(byWeight).slice(0, MOST_DIFFERENCES),
    comparedAt: comparedAt.toISOString(),
  };
}

function countOrigins(trials: readonly Trial[]): Comparison["questions"] {
  const counts = { asked: 0, tested: 0, verified: 0, heading: 0 };
  for (const { question } of trials) counts[question.origin]++;
  return counts;
}

function isTold({ before, after }: Difference): boolean {
  if (before === null || after === null) return before !== after;
  return Math.abs(before - after) >= FAR;
}

/** What is lost comes before what is only further down, and what people asked before what was made up. */
function byWeight(a: Difference, b: Difference): number {
  const weigh = ({ before, after, origin }: Difference) =>
    (before === null || after === null ? 2 : 0) +
    (origin === "asked" || origin === "tested" ? 1 : 0);
  return weigh(b) - weigh(a);
}

function share<One>(all: readonly One[], holds: (one: One) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
