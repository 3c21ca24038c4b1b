import { afterAll, beforeAll, expect, test } from "vitest";
import { addText } from "../../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { createVerifiedAnswer } from "../../verified-answer/create-verified-answer.ts";
import { listNearMisses } from "../../verified-answer/verified-history.ts";
import { searchKnowledge } from "../search-knowledge.ts";
import { exploreQuestion } from "./explore-question.ts";
import { rehearseAnswer } from "./rehearse-answer.ts";

const MOORING = "Every boat must be tied up by sunset.";

let world: TestWorld;
let tenant: TestTenant;
let twinId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  const owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
  const add = (title: string, text: string) => addText.run(owner, { twinId, title, text });
  await add("Moorings", MOORING);
  await add("Moorings again", MOORING.replace("sunset", "Sunset"));
  await add("Kitchen", "Soup is served at noon, bread at one.");
  await createVerifiedAnswer.run(owner, {
    twinId,
    question: "May I swim in the harbour basin?",
    phrasings: [],
    answer: "No: boats turn there.",
    reviewBy: null,
  });
  await world.runJobs(tenant);
});
afterAll(() => world[Symbol.asyncDispose]());

const explore = (query: string, more: object = {}) =>
  exploreQuestion.run(tenant.as("viewer"), exploreQuestion.input.parse({ twinId, query, ...more }));

test("every candidate is told of with its passage: kept, or why not, and the words that matched", async () => {
  const { passages, dropped, timingsMs, hasDense } = await explore("When are boats tied up?");
  const [first] = passages;
  expect(first).toMatchObject({ text: expect.stringMatching(/sunset/i) });
  const words = first!.matches.map(({ start, end }) => first!.text.slice(start, end));
  expect(words).toEqual(expect.arrayContaining(["boat", "tied"]));
  expect(first!.scores.lexical).toBeGreaterThan(0);
  const reasons = dropped.map(({ because, passage }) => [because, passage?.sourceTitle]);
  expect(reasons).toContainEqual(["near_duplicate", expect.stringMatching(/^Moorings/)]);
  expect(hasDense).toBe(false);
  expect(Object.keys(timingsMs)).toEqual(
    expect.arrayContaining(["understand", "verified", "search", "rerank", "select"]),
  );
});

test("settings hold for one question, and without any it finds what a search finds", async () => {
  const query = "When are boats tied up?";
  const { passages, settings, standard } = await explore(query, {
    settings: { nearDuplicateResemblance: 1, limit: 1 },
  });
  expect(passages).toHaveLength(1);
  expect(settings).toEqual({ ...standard, nearDuplicateResemblance: 1, limit: 1 });
  const plain = await explore(query);
  expect(plain.settings).toEqual(standard);
  const request = { twinId, query, limit: standard.limit };
  const searched = await searchKnowledge.run(tenant.as("owner"), request);
  expect(plain.passages.map(({ chunkId, scores }) => ({ chunkId, scores }))).toEqual(
    searched.passages.map(({ chunkId, scores }) => ({ chunkId, scores })),
  );
});

test("a follow-up is searched for with what it follows", async () => {
  const { standalone } = await explore("And on Sundays?", { earlier: ["When is soup served?"] });
  expect(standalone).toContain("soup");
});

test("a verified answer that fires, or nearly does, is shown, and nothing is noted of it", async () => {
  const fires = await explore("May I swim in the harbour basin?");
  expect(fires.verified.answer).toBe("No: boats turn there.");
  const near = await explore("May I not swim in the harbour basin?");
  expect(near.verified).toMatchObject({ answer: null, nearest: { because: "negation" } });
  const misses = await listNearMisses.run(tenant.as("owner"), { twinId, limit: 10 });
  expect(misses.items).toEqual([]);
});

test("what would be answered is told with its citations", async () => {
  const rehearse = (query: string) =>
    rehearseAnswer.run(tenant.as("viewer"), rehearseAnswer.input.parse({ twinId, query }));
  const quoted = await rehearse("When is soup served?");
  expect(quoted).toMatchObject({ answered: true, writer: "quotation" });
  expect(quoted.citations[0]).toMatchObject({ sourceTitle: "Kitchen" });
  expect(await rehearse("May I swim in the harbour basin?")).toMatchObject({ verified: true });
});
