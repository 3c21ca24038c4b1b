import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, Refusal, serveApi } from "../../testing/serve-api.ts";
import type { Question, QuestionDetail } from "./question.ts";

const TIME = "2026-11-20T10:00:00.000Z";

function makeQuestion(
  id: string,
  question: string,
  changes: Partial<QuestionDetail> = {},
): QuestionDetail {
  return {
    id,
    twinId: TWIN_ID,
    question,
    status: "open",
    people: 3,
    timesAsked: 4,
    firstAskedAt: TIME,
    lastAskedAt: TIME,
    trend: [0, 0, 0, 0, 0, 0, 1, 2],
    examples: [],
    cameBack: null,
    dismissReason: null,
    settledAt: null,
    settledBy: null,
    verifiedAnswerId: null,
    beliefId: null,
    testId: null,
    ways: [
      {
        question: "What does the dinghy look like?",
        people: 1,
        because: "too_different",
        isOpposite: false,
      },
      { question: "Which colour is the boat?", people: 1, because: null, isOpposite: false },
      {
        question: "Which colour is the dinghy not?",
        people: 1,
        because: "negation",
        isOpposite: true,
      },
    ],
    asked: [
      {
        id: "asked",
        question: "which color is your dinghy",
        because: "unanswered",
        conversationId: "talk",
        messageId: "message",
        lastAskedAt: TIME,
        timesAsked: 1,
        visitorName: "Grace",
        said: "I have not been taught anything that answers this.",
      },
    ],
    answer: null,
    tellable: 2,
    told: { waiting: 0, sent: 0, failed: 0, unwanted: 0 },
    ...changes,
  };
}

const DINGHY = makeQuestion("dinghy", "Which colour is the dinghy?");
const QUAY = makeQuestion("quay", "Who built the quay?", {
  cameBack: { people: 2, given: 0, lastAskedAt: TIME },
});

function serve(more: Parameters<typeof serveApi>[0] = {}) {
  let open: Question[] = [DINGHY, QUAY];
  let settled: Question[] = [];
  const settle = ({ clusterId }: { clusterId: string }) => {
    settled = open.filter(({ id }) => id === clusterId);
    open = open.filter(({ id }) => id !== clusterId);
    return { ...settled[0], telling: 2, leftOut: [] };
  };
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "question.list": () => ({
      ...pageOf(...open),
      counts: { open: open.length, answered: settled.length, dismissed: 0 },
    }),
    "question.get": ({ clusterId }: { clusterId: string }) =>
      [DINGHY, QUAY].find(({ id }) => id === clusterId),
    "question.suggest": () => ({ text: "The dinghy was painted.", citations: [] }),
    "question.answer": settle,
    "question.dismiss": settle,
    "question.reopen": () => {
      open = [...settled, ...open];
      return settled[0];
    },
    ...more,
  });
}

test("by keys alone one question is answered once for all, the other set aside, until none is left; undone it is back", async () => {
  const { calls } = serve();
  const person = openStudio(`/twins/${TWIN_ID}/questions`);
  await screen.findByRole("button", { name: DINGHY.question });
  expect(screen.getByText("Came back: 2 people")).toBeDefined();
  await person.keyboard("j{Enter}");
  const form = within(await screen.findByRole("form", { name: `Answer: ${DINGHY.question}` }));
  expect(
    screen.getByRole("link", { name: "which color is your dinghy" }).getAttribute("href"),
  ).toContain("open=talk");
  await person.click(await form.findByRole("button", { name: "Start from this" }));
  await person.type(form.getByRole("textbox", { name: "Your answer" }), " Red.");
  expect(form.getByRole("checkbox", { name: /dinghy not/ })).toHaveProperty("disabled", true);
  await person.click(form.getByRole("checkbox", { name: /look like/ }));
  await person.click(form.getByRole("button", { name: "Answer once for all" }));
  await screen.findByText(/2 people are told by mail/);
  expect(calls).toContainEqual([
    "question.answer",
    {
      clusterId: "dinghy",
      answer: "The dinghy was painted. Red.",
      as: "verified",
      accessGroupIds: null,
      tellAskers: true,
      phrasings: ["Which colour is the boat?", "What does the dinghy look like?"],
    },
  ]);
  await waitFor(() => expect(screen.queryByRole("button", { name: DINGHY.question })).toBeNull());
  await person.keyboard("j");
  await person.keyboard("e");
  await person.click(await screen.findByRole("button", { name: "Set aside" }));
  await screen.findByText("No open question");
  await person.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
  await screen.findByRole("button", { name: QUAY.question });
});

test("whoever is second learns of it, and finds what they wrote", async () => {
  let isTaken = false;
  serve({
    "question.get": () => (isTaken ? { ...DINGHY, status: "answered", answer: "Blue." } : DINGHY),
    "question.answer": () => {
      isTaken = true;
      throw new Refusal("question.answered");
    },
  });
  const person = openStudio(`/twins/${TWIN_ID}/questions?open=dinghy`);
  const form = within(await screen.findByRole("form"));
  await person.type(form.getByRole("textbox", { name: "Your answer" }), "It is red.");
  await person.click(form.getByRole("button", { name: "Answer once for all" }));
  await screen.findByText("Blue.");
  expect(screen.getByText("It is red.")).toBeDefined();
  expect(screen.getByRole("button", { name: DINGHY.question })).toBeDefined();
});
