// pnpm bench verified --data DIR: how often a verified answer is given, and how often rightly
import { parseArgs } from "node:util";
import { percent, printTable } from "../answer/shares.ts";
import { readFaqSets } from "./read-faq.ts";
import { type Trial, type Tried, tryMatcher } from "./try-matcher.ts";

const PHRASING_COUNTS = [1, 5, 10];
const PRECISION = 0.95;
const HEAD = [
  "set, phrasings an entry",
  "fires",
  "precision",
  "coverage",
  "one threshold",
  "own threshold",
  "ms",
];

interface Run extends Tried {
  name: string;
  phrasings: number;
}

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (values.data) {
  const runs: Run[] = [];
  for (const set of readFaqSets(values.data)) {
    const most = Math.max(...set.entries.map(({ phrasings }) => phrasings.length));
    for (const phrasings of PHRASING_COUNTS.filter((count) => count === 1 || count <= most)) {
      runs.push({ name: set.name, phrasings, ...(await tryMatcher(set, phrasings)) });
    }
  }
  const common = Math.max(
    ...runs.map(({ trials }) => thresholdFor(trials, PRECISION)).filter(Number.isFinite),
  );
  process.stdout.write(
    "Percent. Coverage: of the questions in scope, those that get their answer. Beside it what plain\n" +
      `similarity covers: with the one threshold that reaches ${PRECISION} on every set (${common.toFixed(2)}), and with\n` +
      "the threshold, picked on each set itself, that is as precise there as the check is\n",
  );
  printTable(
    HEAD,
    runs.map((run) => rowOf(run, common)),
  );
} else {
  process.stderr.write("Where are the evaluation sets? pnpm bench verified --data DIR\n");
  process.exitCode = 2;
}

function rowOf({ name, phrasings, trials, msPerQuestion }: Run, common: number): string[] {
  const fired = trials.filter(({ fires }) => fires);
  const right = fired.filter(({ isRight }) => isRight).length;
  const inScope = trials.filter(({ isInScope }) => isInScope).length;
  const precision = Math.max(PRECISION, fired.length === 0 ? 0 : right / fired.length);
  const covered = (threshold: number) =>
    trials.filter((trial) => trial.similarity >= threshold && trial.similarIsRight).length;
  return [
    `${name}, ${phrasings}`,
    String(fired.length),
    percent(right, fired.length),
    percent(right, inScope),
    percent(covered(common), inScope),
    percent(covered(thresholdFor(trials, precision)), inScope),
    msPerQuestion.toFixed(1),
  ];
}

/** The lowest similarity from which on up the precision holds; infinite where it never does. */
function thresholdFor(trials: readonly Trial[], precision: number): number {
  const sorted = trials.toSorted((one, other) => other.similarity - one.similarity);
  let [right, threshold] = [0, Number.POSITIVE_INFINITY];
  for (const [at, { similarity, similarIsRight }] of sorted.entries()) {
    if (similarIsRight) right += 1;
    const isLastOfTie = sorted[at + 1]?.similarity !== similarity;
    if (isLastOfTie && right >= precision * (at + 1)) threshold = similarity;
  }
  return threshold;
}
