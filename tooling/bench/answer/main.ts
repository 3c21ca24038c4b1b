// pnpm bench answer --data DIR [--parts quotes,refusals,prompts,near] [--show]
import { parseArgs } from "node:util";
import { judgeTrials } from "./fit-refusal.ts";
import {
  askNearMisses,
  isRight,
  NEAR_HEAD,
  type NearVerdict,
  summarizeNear,
} from "./measure-near-misses.ts";
import { measurePicker, PICKER_HEAD } from "./measure-picker.ts";
import { measurePrompts, PROMPT_HEAD } from "./measure-prompts.ts";
import {
  judgeByLexicalScore,
  judgeByProduct,
  judgeLeavingOut,
  REFUSAL_HEAD,
  summarize,
  type Verdict,
} from "./measure-refusal.ts";
import { type QuestionSet, readForeignQuestions, readQuestionSets } from "./question-sets.ts";
import { CORPUS_SIZES } from "./refusal-trials.ts";
import { printTable } from "./shares.ts";

const SQUAD_TRIALS = 1000;
const OTHER_TRIALS = 200;
/** Another draw than the one fitted to. */
const REFUSAL_DRAW = { trialsPerSize: 60, seed: 2 };
const PROMPT_SETS = ["squad2", "pubmedqa", "faq_covid", "covidqa_long"];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      parts: { type: "string", default: "quotes,refusals,prompts,near" },
      show: { type: "boolean", default: false },
    },
  });
  const parts = values.parts.split(",");
  if (parts.includes("near")) await printNearMisses(values.show);
  if (parts.every((part) => part === "near")) return;
  if (!values.data) {
    process.stderr.write("Where are the evaluation sets? pnpm bench answer --data DIR\n");
    process.exitCode = 2;
    return;
  }
  if (parts.includes("quotes")) printPickers(values.data);
  if (parts.includes("refusals")) printRefusals(values.data);
  if (parts.includes("prompts")) await printPrompts(values.data);
}

function printPickers(folder: string): void {
  process.stdout.write("Percent of questions whose answer is within the sentences quoted\n");
  printTable(PICKER_HEAD, measurePickers(readQuestionSets(folder)));
}

function printRefusals(folder: string): void {
  const sets = readQuestionSets(folder);
  const trials = judgeTrials(sets, readForeignQuestions(folder), REFUSAL_DRAW);
  process.stdout.write(
    "Percent kept of answerable questions, and refused of those out of the corpus\n",
  );
  printTable(REFUSAL_HEAD, [
    summarize("BM25 threshold per size", judgeByLexicalScore(trials)),
    summarize("fitted without the set", judgeLeavingOut(trials)),
    ...splitUp(judgeByProduct(trials)),
  ]);
}

async function printPrompts(folder: string): Promise<void> {
  process.stdout.write("What is sent to a model for a first question, in tokens of o200k_base\n");
  const rows: string[][] = [];
  for (const name of PROMPT_SETS) rows.push(await measurePrompts(folder, name));
  printTable(PROMPT_HEAD, rows);
}

async function printNearMisses(show: boolean): Promise<void> {
  process.stdout.write(
    "Questions about what small documents tell, and about what they nearly tell\n",
  );
  const [seen, heldOut] = [await askNearMisses("seen"), await askNearMisses("held-out")];
  const kinds = [...new Set(seen.map(({ kind }) => kind))].sort();
  printTable(NEAR_HEAD, [
    summarizeNear("held out", heldOut),
    summarizeNear("seen", seen),
    ...kinds.map((kind) =>
      summarizeNear(
        `  ${kind}`,
        seen.filter((each) => each.kind === kind),
      ),
    ),
  ]);
  if (show) for (const each of seen) printVerdict(each);
}

function printVerdict(verdict: NearVerdict): void {
  const { document, kind, text, quoted } = verdict;
  const mark = isRight(verdict) ? "right" : "WRONG";
  process.stdout.write(`${mark} ${document} ${kind}: ${text}\n${quoted.replace(/^/gm, "    ")}\n`);
}

function measurePickers(sets: readonly QuestionSet[]): string[][] {
  const [squad, ...others] = sets.filter(({ questions }) =>
    questions.some(({ answers }) => answers.length > 0),
  );
  return [
    measurePicker(squad!, "gold", SQUAD_TRIALS),
    measurePicker(squad!, "retrieved", SQUAD_TRIALS),
    ...others.map((set) => measurePicker(set, "gold", OTHER_TRIALS)),
  ];
}

function splitUp(verdicts: readonly Verdict[]): string[][] {
  const ofSize = (size: number) => verdicts.filter(({ passageCount }) => passageCount === size);
  const names = [...new Set(verdicts.map(({ set }) => set))];
  return [
    summarize("as shipped", verdicts),
    ...CORPUS_SIZES.map((size) => summarize(`  ${size} passages`, ofSize(size))),
    ...names.map((name) =>
      summarize(
        `  ${name}`,
        verdicts.filter(({ set }) => set === name),
      ),
    ),
  ];
}

await main();
