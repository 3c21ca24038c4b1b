import { parseArgs } from "node:util";
import { fitPicker } from "./fit-picker.ts";
import { fitRefusal } from "./fit-refusal.ts";
import { readForeignQuestions, readQuestionSets } from "./question-sets.ts";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (!values.data) throw new Error("fit.ts --data DIR: prints the weights for answer/weights.ts");
const sets = readQuestionSets(values.data);
process.stdout.write(`${JSON.stringify({ picker: fitPicker(sets) }, null, 2)}\n`);
const refusal = fitRefusal(sets, readForeignQuestions(values.data));
process.stdout.write(`${JSON.stringify(refusal, null, 2)}\n`);
