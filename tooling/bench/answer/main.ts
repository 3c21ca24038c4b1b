import { parseArgs } from "node:util";
import { judgeTrials } from "./fit-refusal.ts";
import { measurePicker, PICKER_HEAD } from "./measure-picker.ts";
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

function main(): void {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  if (!values.data) {
    process.stderr.write("Where are the evaluation sets? pnpm bench answer --data DIR\n");
    process.exitCode = 2;
    return;
  }
  const sets = readQuestionSets(values.data);
  process.stdout.write("Percent of questions whose answer is within the sentences quoted\n");
  printTable(PICKER_HEAD, measurePickers(sets));
  const trials = judgeTrials(sets, readForeignQuestions(values.data), REFUSAL_DRAW);
  process.stdout.write(
    "Percent kept of answerable questions, and refused of those out of the corpus\n",
  );
  printTable(REFUSAL_HEAD, [
    summarize("BM25 threshold per size", judgeByLexicalScore(trials)),
    summarize("fitted without the set", judgeLeavingOut(trials)),
    ...splitUp(judgeByProduct(trials)),
  ]);
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

main();
