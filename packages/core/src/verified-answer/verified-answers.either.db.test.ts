import { listHistory } from "@understudy/db/queries/history";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import type { AnswerEvent } from "../conversation/contract.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Context } from "../kernel/context.ts";
import { addQna } from "../source/add-qna.ts";
import { addText } from "../source/add-text.ts";
import { removeSource, restoreSource } from "../source/remove-source.ts";
import { getSource } from "../source/sources.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { createVerifiedAnswer } from "./create-verified-answer.ts";
import { importVerifiedAnswers } from "./import-verified-answers.ts";
import { updateVerifiedAnswer } from "./update-verified-answer.ts";
import {
  getVerifiedAnswer,
  listVerifiedAnswers,
  removeVerifiedAnswer,
} from "./verified-answers.ts";
import { listNearMisses, listVersions } from "./verified-history.ts";

const ANSWER = "Yes — dogs are welcome,\n\nbut *not* in the dining room.";
const DOGS = {
  question: "May I bring my dog to the course?",
  phrasings: ["Can I bring my dog?", "can my dog come with me"],
  answer: ANSWER,
  reviewBy: null,
};

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const newTwin = async () => (await createTwin.run(owner, { name: "Keeper" })).id;

async function ask(twinId: string, message: string, conversationId?: string) {
  const id = conversationId ?? (await startChat.run(owner, { twinId })).id;
  const events: AnswerEvent[] = [];
  const heard = askQuestion(owner, { conversationId: id, message });
  for await (const told of heard) events.push(...told);
  const last = events.at(-1)!;
  if (last.type !== "done") throw new Error(`The answer ended with ${last.type}.`);
  return { ...last.message, conversationId: id };
}

describe("a question that means the same", () => {
  test("gets the owner's words from the moment they are there until they are gone", async () => {
    const twinId = await newTwin();
    expect((await ask(twinId, "Can I bring my dog?")).verified).toBe(false);
    const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const told = await ask(twinId, "Hello! could I bring my dog please?");
    expect(told).toMatchObject({ verified: true, answered: true, text: ANSWER, citations: [] });
    await updateVerifiedAnswer.run(owner, { verifiedAnswerId, answer: "Only small ones." });
    expect((await ask(twinId, "Can I bring my dog?")).text).toBe("Only small ones.");
    await removeVerifiedAnswer.run(owner, { verifiedAnswerId });
    expect((await ask(twinId, "Can I bring my dog?")).verified).toBe(false);
  });

  test("is forgotten in a conversation when it is gone", async () => {
    const twinId = await newTwin();
    const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const { conversationId } = await ask(twinId, "Can I bring my dog?");
    const remembered = async () =>
      (
        await owner.transaction((tx) => listHistory(tx, { conversationId, limit: 10, reach: null }))
      ).map(({ text }) => text);
    expect(await remembered()).toEqual(["Can I bring my dog?", ANSWER]);
    await removeVerifiedAnswer.run(owner, { verifiedAnswerId });
    expect(await remembered()).toEqual(["Can I bring my dog?"]);
  });

  test("comes before what the sources say, and is matched as the standalone question", async () => {
    const twinId = await newTwin();
    const text = "Dogs may be brought to the course on a leash. The course begins at nine.";
    await addText.run(owner, { twinId, title: "Rules", text });
    await world.runJobs(tenant);
    await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const { verified, conversationId } = await ask(twinId, "When does the course begin?");
    expect(verified).toBe(false);
    expect((await ask(twinId, "Can I bring my dog?", conversationId)).text).toBe(ANSWER);
  });

  test("is not an opposite one, nor one about something else; these are kept as near misses", async () => {
    const twinId = await newTwin();
    const { id } = await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const asked = [
      "Can I not bring my dog?",
      "Can I bring my parrot?",
      "Where can I bring my dog?",
    ];
    for (const question of [...asked, asked[0]!]) {
      expect((await ask(twinId, question)).verified).toBe(false);
    }
    const { items } = await listNearMisses.run(owner, { twinId, limit: 10 });
    const told = new Map(items.map((miss) => [miss.question, miss]));
    expect(told.get(asked[0]!)).toMatchObject({
      verifiedAnswerId: id,
      because: "negation",
      timesAsked: 2,
    });
    expect(told.get(asked[1]!)).toMatchObject({ because: "unknown_words", timesAsked: 1 });
    expect(told.get(asked[2]!)).toMatchObject({ because: "kind" });
    expect(items[0]!.question).toBe(asked[0]);
  });
});

describe("the owner", () => {
  test("edits it in versions, and no edit passes over another", async () => {
    const twinId = await newTwin();
    const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const seen = { verifiedAnswerId, version: 1 };
    await updateVerifiedAnswer.run(owner, { ...seen, answer: "No." });
    await expect(
      updateVerifiedAnswer.run(owner, { ...seen, answer: "Perhaps." }),
    ).rejects.toMatchObject({ code: "conflict", reason: "verifiedAnswer.changed" });
    const reviewBy = "2027-01-01T00:00:00.000Z";
    const edited = await updateVerifiedAnswer.run(owner, { verifiedAnswerId, reviewBy });
    expect(edited).toMatchObject({ version: 3, answer: "No.", reviewBy });
    const versions = await listVersions.run(owner, { verifiedAnswerId, limit: 2 });
    expect(versions.items.map(({ number, answer }) => [number, answer])).toEqual([
      [3, "No."],
      [2, "No."],
    ]);
    const cursor = versions.nextCursor!;
    const earlier = await listVersions.run(owner, { verifiedAnswerId, limit: 2, cursor });
    expect(earlier).toMatchObject({
      items: [{ number: 1, answer: ANSWER, by: { kind: "user" } }],
      nextCursor: null,
    });
  });

  test("has one answer to a question", async () => {
    const twinId = await newTwin();
    await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
    const other = { ...DOGS, question: "may i bring my DOG to the course" };
    const taken = { code: "conflict", reason: "verifiedAnswer.question_taken" };
    await expect(createVerifiedAnswer.run(owner, { twinId, ...other })).rejects.toMatchObject(
      taken,
    );
    const cats = { ...DOGS, question: "May I bring my cat?" };
    const { id } = await createVerifiedAnswer.run(owner, { twinId, ...cats });
    await expect(
      updateVerifiedAnswer.run(owner, { verifiedAnswerId: id, question: DOGS.question }),
    ).rejects.toMatchObject(taken);
  });

  test("and the others may write at once: one answer comes of it, and nothing breaks", async () => {
    const twinId = await newTwin();
    const csv = "May I bring my dog to the course?,Imported.\n";
    const outcomes = await Promise.allSettled([
      createVerifiedAnswer.run(owner, { twinId, ...DOGS }),
      importVerifiedAnswers.run(owner, { twinId, csv }),
      createVerifiedAnswer.run(tenant.as("editor"), { twinId, ...DOGS, answer: "Other." }),
      importVerifiedAnswers.run(tenant.as("editor"), { twinId, csv }),
    ]);
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason.reason] : [],
    );
    expect(new Set([...refused, "verifiedAnswer.question_taken"]).size).toBe(1);
    const { items } = await listVerifiedAnswers.run(owner, { twinId, limit: 10 });
    expect(items).toMatchObject([{ answer: "Imported." }]);
  });

  test("imports a file: bad rows are named, and a second import changes what differs", async () => {
    const twinId = await newTwin();
    const csv =
      "question,answer,phrasing\nCan I bring my dog?,Yes.,May my dog come?\n,none\nWhen is lunch?,At one.\n";
    const report = await importVerifiedAnswers.run(owner, { twinId, csv });
    expect(report).toMatchObject({
      created: 2,
      updated: 0,
      unchanged: 0,
      problems: [{ line: 3, reason: "qna.no_question" }],
    });
    expect((await ask(twinId, "may my dog come")).text).toBe("Yes.");
    const again = csv.replace("At one.", "At two.");
    expect(await importVerifiedAnswers.run(owner, { twinId, csv: again })).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
    expect((await ask(twinId, "When is lunch?")).text).toBe("At two.");
    const lunch = { twinId, search: "lunch", limit: 10 };
    expect((await listVerifiedAnswers.run(owner, lunch)).items).toMatchObject([
      { question: "When is lunch?", answer: "At two.", version: 2 },
    ]);
    await expect(
      importVerifiedAnswers.run(owner, { twinId, csv: "question,answer\n" }),
    ).rejects.toMatchObject({ code: "invalid", reason: "qna.no_rows" });
  });
});

test("a file of questions is kept as a source, and its answers come and go with it", async () => {
  const twinId = await newTwin();
  const csv = "Can I bring my dog?,Yes.\nWhen is lunch?,At one.\n";
  const added = await addQna.run(owner, { twinId, title: "House rules", csv });
  const { id: sourceId } = added;
  expect(added).toMatchObject({ kind: "qna", imported: { created: 2, problems: [] } });
  const again = await addQna.run(owner, { twinId, title: "House rules", csv });
  expect(again).toMatchObject({ duplicateOf: sourceId, imported: { created: 0, unchanged: 2 } });
  await world.runJobs(tenant);
  expect((await getSource.run(owner, { sourceId })).status).toBe("live");
  expect((await ask(twinId, "When is lunch?")).verified).toBe(true);
  await removeSource.run(owner, { sourceId });
  expect((await ask(twinId, "When is lunch?")).verified).toBe(false);
  expect((await listVerifiedAnswers.run(owner, { twinId, limit: 10 })).items).toEqual([]);
  const lunch = { question: "When is lunch?", phrasings: [], answer: "At three.", reviewBy: null };
  await createVerifiedAnswer.run(owner, { twinId, ...lunch });
  await restoreSource.run(owner, { sourceId });
  expect((await ask(twinId, "When is lunch?")).text).toBe("At three.");
  expect((await ask(twinId, "Can I bring my dog?")).text).toBe("Yes.");
});

test("another tenant sees and changes nothing", async () => {
  const twinId = await newTwin();
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, { twinId, ...DOGS });
  const stranger = (await world.newTenant()).as("owner");
  const absent = { code: "not_found" };
  const page = { limit: 10 };
  for (const attempt of [
    () => getVerifiedAnswer.run(stranger, { verifiedAnswerId }),
    () => updateVerifiedAnswer.run(stranger, { verifiedAnswerId, answer: "Mine." }),
    () => removeVerifiedAnswer.run(stranger, { verifiedAnswerId }),
    () => createVerifiedAnswer.run(stranger, { twinId, ...DOGS }),
    () => importVerifiedAnswers.run(stranger, { twinId, csv: "A?,B" }),
    () => addQna.run(stranger, { twinId, title: "Mine", csv: "A?,B" }),
    () => listVerifiedAnswers.run(stranger, { twinId, ...page }),
    () => listVersions.run(stranger, { verifiedAnswerId, ...page }),
    () => listNearMisses.run(stranger, { twinId, ...page }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(absent);
  }
  expect((await ask(twinId, "Can I bring my dog?")).text).toBe(ANSWER);
});
