import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Candidate, TwinIndex } from "./use-index.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const STANDARD = { targetWords: 300, overlapWords: 60 };
const figures = {
  sources: 2,
  passages: 40,
  vectors: 40,
  vectorBytes: 10_240,
  uncut: 0,
  weighing: null,
};
const before: TwinIndex = {
  live: {
    ...figures,
    model: "letters",
    dimensions: 64,
    chunking: STANDARD,
    state: "answering",
    failure: null,
    since: TIME,
  },
  candidate: null,
  configuredModel: "meaning",
  standardChunking: STANDARD,
  namingTests: { count: 0, least: 20 },
  outsideReranker: null,
};
const candidate: Candidate = {
  ...figures,
  id: "new",
  status: "ready",
  model: "meaning",
  dimensions: 96,
  chunking: STANDARD,
  jobId: null,
  createdAt: TIME,
  comparison: {
    questions: { asked: 3, verified: 1, heading: 6 },
    judged: 9,
    before: { first: 0.5, found: 0.8, medianMs: 12 },
    after: { first: 0.7, found: 0.9, medianMs: 15 },
    overlap: 0.75,
    differences: [
      { question: "Where may a vessel moor?", origin: "asked", before: null, after: 1 },
    ],
    tests: {
      total: 4,
      before: 3,
      after: 2,
      changes: [{ testId: "t", question: "Is fog signalled?", before: "passed", after: "skipped" }],
    },
    comparedAt: TIME,
  },
};

function serveIndex(index: TwinIndex) {
  let now = index;
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "knowledge.index": () => now,
    "knowledge.startReindex": () => {
      now = { ...now, candidate: { ...candidate, status: "filling", comparison: null } };
      return now;
    },
    "knowledge.switchIndex": () => {
      now = { ...now, live: { ...now.live, model: "meaning" }, candidate: null };
      return now;
    },
    "knowledge.dropIndex": () => {
      now = { ...now, candidate: null };
      return now;
    },
  });
}

const open = () => openStudio(`/twins/${TWIN_ID}/index`);

test("a twin that stays with an older model says so, and another index is begun beside it", async () => {
  const { calls } = serveIndex(before);
  const user = open();
  await screen.findByText(/This twin stays with letters until you change it/);
  await user.click(screen.getByRole("button", { name: "Try meaning…" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByLabelText("Embedding model")).toHaveProperty("value", "meaning");
  const words = within(dialog).getByLabelText("Words");
  await user.clear(words);
  await user.type(words, "20");
  expect(within(dialog).getByRole("button", { name: "Begin" })).toHaveProperty("disabled", true);
  await user.click(within(dialog).getByRole("radio", { name: "Short" }));
  await user.click(within(dialog).getByRole("button", { name: "Begin" }));
  await screen.findByRole("heading", { name: "Beside it" });
  expect(calls.find(([name]) => name === "knowledge.startReindex")?.[1]).toEqual({
    twinId: TWIN_ID,
    model: "meaning",
    chunking: { targetWords: 120, overlapWords: 0 },
  });
  expect(screen.getByRole("button", { name: "Switch to it" })).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("button", { name: "Cancel and drop" }));
  await screen.findByText("Dropped. Nothing has changed.");
  expect(screen.queryByRole("heading", { name: "Beside it" })).toBeNull();
});

test("both indexes stand side by side before one is switched to", async () => {
  const { calls } = serveIndex({ ...before, candidate });
  const user = open();
  const row = await screen.findByRole("row", { name: /Right place comes first/ });
  expect(row.textContent).toContain("50 %70 %");
  expect(screen.getByText(/3 that visitors asked/).textContent).toContain("75 %");
  expect(screen.getByText("not found → place 1")).toBeTruthy();
  expect(screen.getByRole("row", { name: /Quality tests passed/ }).textContent).toContain(
    "3 of 42 of 4",
  );
  const changed = screen.getByRole("link", { name: "Is fog signalled?" });
  expect(changed.closest("li")?.textContent).toContain("PassedNot told");
  await user.click(screen.getByRole("button", { name: "Switch to it" }));
  await screen.findByText("The new index answers from now on.");
  const ref = { twinId: TWIN_ID, generationId: "new" };
  expect(calls).toContainEqual(["knowledge.switchIndex", ref]);
  expect(screen.queryByText(/stays with letters/)).toBeNull();
});

test("a model that does not answer is told of with its reason", async () => {
  const live = {
    ...before.live,
    state: "model_failing",
    failure: "model.refused_request",
  } as const;
  serveIndex({ ...before, live });
  open();
  expect((await screen.findByText(/Its model does not answer/)).textContent).toContain(
    "it may not have this model any more",
  );
});

test("it says how much meaning counts, from which tests, and how sure that is", async () => {
  const weighing = {
    share: 0.5,
    questions: 64,
    first: { words: 40, vectors: 31, usual: 44, here: 51 },
    gain: 0.051,
    gainWithin: 0.032,
    weighedAt: TIME,
  };
  serveIndex({ ...before, live: { ...before.live, weighing } });
  open();
  const words = await screen.findByText(/Meaning counts half as much as usual here/);
  expect(words.textContent).toContain("5.1 points of 100 higher than usual, give or take 3.2");
  expect(words.textContent).toContain("from 64 quality tests");
  expect(words.textContent).not.toContain("chance");
  const here = screen.getByRole("row", { name: /as they count here/ });
  expect(here.textContent).toContain("51");
});

test("what the tests leave to chance is said to be that", async () => {
  const weighing = {
    share: 2,
    questions: 22,
    first: { words: 10, vectors: 12, usual: 13, here: 14 },
    gain: 0.02,
    gainWithin: 0.06,
    weighedAt: TIME,
  };
  serveIndex({ ...before, live: { ...before.live, weighing }, outsideReranker: "rerank-v3.5" });
  open();
  const words = await screen.findByText(/Meaning counts twice as much as usual here/);
  expect(words.textContent).toContain("that may still be chance");
  expect(screen.getByText(/rerank-v3.5 puts passages in order here/)).toBeTruthy();
});

test("a twin whose tests are too few says what it takes", async () => {
  serveIndex({ ...before, namingTests: { count: 19, least: 20 } });
  const user = open();
  expect((await screen.findByText(/Some twins find better by words/)).textContent).toContain(
    "You have 19; 1 more test is missing",
  );
  await user.click(screen.getByRole("link", { name: "Write a test" }));
  await screen.findByRole("dialog");
});

test("a twin that is searched by words alone has nothing to weigh", async () => {
  serveIndex({ ...before, live: { ...before.live, model: null, state: "words" } });
  open();
  await screen.findByText("Questions are matched by their words alone.");
  expect(screen.queryByRole("heading", { name: "Words and meaning" })).toBeNull();
});
