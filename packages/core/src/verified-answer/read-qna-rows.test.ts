import fc from "fast-check";
import { expect, test } from "vitest";
import { readQnaRows } from "./read-qna-rows.ts";

test("rows are read in order, with further phrasings", () => {
  const { rows, problems } = readQnaRows(
    'Can I come?,Yes.,May I come?,"Am I welcome, too?"\nWhen?,"At noon,\nor one."\n',
  );
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    {
      line: 1,
      question: "Can I come?",
      answer: "Yes.",
      phrasings: ["May I come?", "Am I welcome, too?"],
    },
    { line: 2, question: "When?", answer: "At noon,\nor one.", phrasings: [] },
  ]);
});

test("a header says what is where, and other columns are left alone", () => {
  const { rows } = readQnaRows(
    "\uFEFFId;Answer;Question;Phrasing 1\n7;Yes.;Can I come?;May I come?\n",
  );
  expect(rows).toMatchObject([
    { line: 2, question: "Can I come?", answer: "Yes.", phrasings: ["May I come?"] },
  ]);
});

test("bad rows are named by the line they begin on, and the others are kept", () => {
  const { rows, problems } = readQnaRows(
    'question,answer\n"One\nlong",Yes.\n,No question\nNo answer,\n\nTwo,No.\n"Open,Never closed\nThree,Yes.\n',
  );
  expect(rows.map(({ line, question }) => [line, question])).toEqual([
    [2, "One\nlong"],
    [7, "Two"],
    [9, "Three"],
  ]);
  expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
    [4, "qna.no_question"],
    [5, "qna.no_answer"],
    [8, "qna.open_quote"],
  ]);
});

test("of a question that is told twice the later answer counts, and that is said", () => {
  const { rows, problems } = readQnaRows("Can I come?,Yes.,May I?\nCAN I COME,No.\n");
  expect(rows).toMatchObject([{ question: "CAN I COME", answer: "No.", phrasings: ["May I?"] }]);
  expect(problems).toMatchObject([{ line: 1, reason: "qna.repeated" }]);
});

test("whatever was written comes back", () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'abc ,;"?é'.split("")), minLength: 1 })
    .map((text) => `x${text}x`);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(cell, cell), {
        minLength: 1,
        selector: ([q]) =>
          q
            .replaceAll(" ", "")
            .normalize("NFD")
            .replace(/\p{Mn}/gu, ""),
      }),
      (entries) => {
        const csv = ["question,answer", ...entries.map((row) => row.map(quoted).join(","))].join(
          "\n",
        );
        const { rows, problems } = readQnaRows(csv);
        expect(problems).toEqual([]);
        expect(rows.map(({ question, answer }) => [question, answer])).toEqual(entries);
      },
    ),
  );
});
