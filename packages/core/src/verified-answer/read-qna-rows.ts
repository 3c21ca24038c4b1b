import { isBlank, readCsvLines } from "../csv/read-csv-lines.ts";
import {
  type ImportProblem,
  MAX_ANSWER_CHARACTERS,
  MAX_PHRASINGS,
  MAX_QUESTION_CHARACTERS,
} from "./contract.ts";
import { listPhrasings } from "./list-phrasings.ts";
import { questionKey } from "./question-key.ts";

export interface QnaRow {
  line: number;
  question: string;
  questionKey: string;
  phrasings: string[];
  answer: string;
}

export interface QnaFile {
  rows: QnaRow[];
  problems: ImportProblem[];
}

/**
 * The questions and answers of a delimited file: `question,answer` and any further phrasings, in this
 * order or as its header says. Every row is either among the rows or among the problems.
 */
export function readQnaRows(csv: string): QnaFile {
  const table = readCsvLines(csv);
  const columns = readHeader(table[0]?.cells ?? []);
  const problems: ImportProblem[] = [];
  const byKey = new Map<string, QnaRow>();
  for (const read of columns ? table.slice(1) : table) {
    if (isBlank(read)) continue;
    const { line, cells, isOpen } = read;
    const row = readRow(cells, columns ?? POSITIONS);
    const reason = isOpen ? "qna.open_quote" : findFault(row);
    if (reason) problems.push(problem(line, reason));
    else keep({ ...row, line });
  }
  return { rows: [...byKey.values()], problems };

  function keep(row: QnaRow) {
    const earlier = byKey.get(row.questionKey);
    if (earlier && earlier.answer !== row.answer) {
      problems.push(problem(earlier.line, "qna.repeated"));
    }
    const phrasings = [...(earlier?.phrasings ?? []), ...row.phrasings];
    const all = listPhrasings(row.question, phrasings).slice(0, MAX_PHRASINGS);
    byKey.set(row.questionKey, { ...row, phrasings: all });
  }
}

interface Columns {
  question: number;
  answer: number;
  isPhrasing: (column: number) => boolean;
}

const POSITIONS: Columns = { question: 0, answer: 1, isPhrasing: (column) => column > 1 };
const QUESTION = /^(?:questions?|q|frage|pregunta|domanda|pergunta)$/i;
const ANSWER = /^(?:(?:verified )?answers?|a|antwort|r[ée]ponse|respuesta|risposta|resposta)$/i;
const PHRASING = /^(?:|(?:phrasing|variant|alternative|paraphrase|variante)s?(?:[ _-]?\d+)?)$/i;

/** Null where the first row is a row like any other. */
function readHeader(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => cell.trim());
  const question = names.findIndex((name) => QUESTION.test(name));
  const answer = names.findIndex((name) => ANSWER.test(name));
  if (question < 0 || answer < 0) return null;
  const isPhrasing = (column: number) =>
    column !== question && column !== answer && PHRASING.test(names[column] ?? "");
  return { question, answer, isPhrasing };
}

function readRow(cells: readonly string[], { question: asked, answer, isPhrasing }: Columns) {
  const question = (cells[asked] ?? "").trim();
  const others = cells.filter((_, column) => isPhrasing(column));
  return {
    question,
    questionKey: questionKey(question),
    answer: (cells[answer] ?? "").trim(),
    phrasings: listPhrasings(
      question,
      others.flatMap((cell) => cell.split("\n")).map((phrasing) => phrasing.trim()),
    ),
  };
}

type Reason = keyof typeof MESSAGES;

const MESSAGES = {
  "qna.no_question": "There is no question in this row.",
  "qna.no_answer": "There is no answer in this row.",
  "qna.question_too_long": `A question has at most ${MAX_QUESTION_CHARACTERS} characters.`,
  "qna.answer_too_long": `An answer has at most ${MAX_ANSWER_CHARACTERS} characters.`,
  "qna.too_many_phrasings": `A question has at most ${MAX_PHRASINGS} other phrasings.`,
  "qna.open_quote":
    "A quotation mark around here is never closed, so where this row ends is not sure.",
  "qna.repeated": "The same question stands further down with another answer, which was taken.",
};

function findFault({ question, questionKey: key, answer, phrasings }: Omit<QnaRow, "line">) {
  if (key === "") return "qna.no_question" as const;
  if (answer === "") return "qna.no_answer" as const;
  if ([question, ...phrasings].some((text) => text.length > MAX_QUESTION_CHARACTERS)) {
    return "qna.question_too_long" as const;
  }
  if (answer.length > MAX_ANSWER_CHARACTERS) return "qna.answer_too_long" as const;
  return phrasings.length > MAX_PHRASINGS ? ("qna.too_many_phrasings" as const) : null;
}

function problem(line: number, reason: Reason): ImportProblem {
  return { line, reason, message: MESSAGES[reason] };
}
