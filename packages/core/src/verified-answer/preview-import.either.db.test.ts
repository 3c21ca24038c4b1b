import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { createVerifiedAnswer } from "./create-verified-answer.ts";
import { importVerifiedAnswers } from "./import-verified-answers.ts";
import { noteNearMiss } from "./note-near-miss.ts";
import { previewImport } from "./preview-import.ts";
import { updateVerifiedAnswer } from "./update-verified-answer.ts";
import { listVerifiedAnswers } from "./verified-answers.ts";
import { listNearMisses } from "./verified-history.ts";

let world: TestWorld;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld();
  owner = (await world.newTenant()).as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const create = (question: string, answer: string, reviewBy: string | null = null) =>
  createVerifiedAnswer.run(owner, { twinId, question, phrasings: [], answer, reviewBy });

test("a preview tells of each row what the import then does, and changes nothing", async () => {
  await create("What does it cost?", "Forty.");
  await create("Where is it?", "Here.");
  const csv =
    "question,answer,phrasing\nWhat does it cost?,Fifty.,\nWhere is it?,Here.,\nWhen is it?,Now.,At what time?\nWhy?,,";
  const preview = await previewImport.run(owner, { twinId, csv });
  expect(preview.rows.map(({ line, effect }) => [line, effect])).toEqual([
    [2, "update"],
    [3, "unchanged"],
    [4, "create"],
  ]);
  expect(preview.rows[2]).toMatchObject({ phrasings: ["At what time?"] });
  expect(preview.problems).toMatchObject([{ line: 5, reason: "qna.no_answer" }]);
  const { items } = await listVerifiedAnswers.run(owner, { twinId, limit: 10 });
  expect(items.map(({ answer }) => answer)).toEqual(["Here.", "Forty."]);

  const { rows: _, ...told } = preview;
  expect(await importVerifiedAnswers.run(owner, { twinId, csv })).toEqual(told);
});

test("those whose day of review has come are listed apart", async () => {
  await create("Is it old?", "Yes.", "2020-01-01T00:00:00.000Z");
  await create("Is it new?", "Yes.", "2100-01-01T00:00:00.000Z");
  const due = await listVerifiedAnswers.run(owner, { twinId, isReviewDue: true, limit: 10 });
  expect(due.items.map(({ question }) => question)).toEqual(["Is it old?"]);
});

test("a near miss that becomes a phrasing is none any more", async () => {
  const { id: verifiedAnswerId, question: phrasing } = await create("May I swim?", "No.");
  const nearest = {
    verifiedAnswerId,
    phrasing,
    score: 0.7,
    because: "too_different",
    decidedBy: "words",
  } as const;
  for (const question of ["Is a swim fine?", "May I not swim?"]) {
    await noteNearMiss(owner, { twinId, question, nearest });
  }
  await updateVerifiedAnswer.run(owner, { verifiedAnswerId, phrasings: ["Is a swim fine?"] });
  const left = await listNearMisses.run(owner, { twinId, verifiedAnswerId, limit: 10 });
  expect(left.items.map(({ question }) => question)).toEqual(["May I not swim?"]);
});
