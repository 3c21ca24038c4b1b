import { expect, test } from "vitest";
import { type AskedQuestion, clusterQuestions } from "./cluster-questions.ts";

const REFUND = [
  "How long does a refund take?",
  "How many days does my refund take?",
  "When does the refund arrive? How long does it take?",
];
const CARD = [
  "My card was stolen",
  "Somebody has stolen my card",
  "What to do, my card got stolen!",
];
const LAMP = "Who lit the lamp of the lighthouse in 1901?";

const fresh = (texts: readonly string[]): AskedQuestion[] =>
  texts.map((text) => ({ id: text, text, clusterId: null }));
const within = (clusterId: string, texts: readonly string[]): AskedQuestion[] =>
  texts.map((text) => ({ id: text, text, clusterId }));

test("questions that ask the same come together, and one that nobody else asks stays alone", async () => {
  const clusters = await clusterQuestions(
    fresh([REFUND[0]!, CARD[0]!, LAMP, ...REFUND.slice(1), ...CARD.slice(1)]),
  );
  const grouped = clusters.map(({ memberIds }) => memberIds.toSorted()).sort();
  expect(grouped).toEqual([[...REFUND].sort(), [...CARD].sort(), [LAMP]].sort());
  expect(clusters.every(({ id, mergedIds }) => id === null && mergedIds.length === 0)).toBe(true);
});

test("a new question joins what is there, which keeps its name and its members", async () => {
  const [first, second, third] = REFUND as [string, string, string];
  const clusters = await clusterQuestions([
    ...within("refunds", [first, second]),
    ...within("cards", CARD),
    ...fresh([third, LAMP]),
  ]);
  const byId = new Map(clusters.map(({ id, memberIds }) => [id, memberIds]));
  expect(byId.get("refunds")).toEqual(REFUND);
  expect(byId.get("cards")).toEqual(CARD);
  expect(byId.get(null)).toEqual([LAMP]);
});

test("two that turn out to ask the same become one, but never where one was decided on", async () => {
  const [first, second, third] = REFUND as [string, string, string];
  const apart = [
    ...within("many", [first, second]),
    ...within("few", [third]),
    ...within("cards", CARD),
  ];
  const merged = await clusterQuestions(apart);
  expect(merged.map(({ id, mergedIds }) => [id, mergedIds])).toEqual([
    ["many", ["few"]],
    ["cards", []],
  ]);
  for (const decided of ["many", "few"]) {
    const ids = (await clusterQuestions(apart, { kept: new Set([decided]) })).map(({ id }) => id);
    expect(ids).toEqual(["many", "few", "cards"]);
  }
});

test("a cluster is called by the question that says most of what its members say", async () => {
  const [cluster] = await clusterQuestions(fresh(["refund", ...REFUND, "refund time?"]));
  expect(REFUND).toContain(cluster?.typicalId);
});

test("what a model makes of questions brings together what shares no word", async () => {
  const asked = ["Where do I park?", "Is there a garage?", LAMP, "Who was the keeper?"];
  const alone = await clusterQuestions(fresh(asked));
  const vectors = [
    [1, 0.1],
    [1, 0],
    [0, 1],
    [0.1, 1],
  ].map((values) => Float32Array.from(values));
  const meant = await clusterQuestions(
    fresh(asked).map((one, at) => ({ ...one, vector: vectors[at]! })),
  );
  expect(alone).toHaveLength(4);
  expect(meant.map(({ memberIds }) => memberIds)).toEqual([asked.slice(0, 2), asked.slice(2)]);
});

test("a flood of one question, of nothing and of marks is borne", async () => {
  const flood = Array.from({ length: 300 }, (_, at) => ({
    id: `${at}`,
    text: CARD[0]!,
    clusterId: null,
  }));
  const empty = ["", "???", "…"].map((text, at) => ({ id: `empty ${at}`, text, clusterId: null }));
  const clusters = await clusterQuestions([...flood, ...empty]);
  expect(clusters[0]?.memberIds).toHaveLength(300);
  expect(await clusterQuestions([])).toEqual([]);
});
