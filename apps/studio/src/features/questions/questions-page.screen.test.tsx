import { screen, within } from "@testing-library/react";
import type { Clarification } from "@understudy/core/clarification/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const asked = (id: string, question: string): Clarification => ({
  id,
  twinId: TWIN_ID,
  question,
  status: "open",
  timesAsked: 3,
  lastAskedAt: TIME,
  conversationId: "talk",
  verifiedAnswerId: null,
  beliefId: null,
  createdAt: TIME,
});

test("each question is replied to once, as an answer or as a belief, or set aside", async () => {
  let open = [asked("dinghy", "Which colour is the dinghy?"), asked("quay", "Who built the quay?")];
  const settle = ({ clarificationId }: { clarificationId: string }) => {
    const [settled] = open.filter(({ id }) => id === clarificationId);
    open = open.filter(({ id }) => id !== clarificationId);
    return settled;
  };
  const { calls } = serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "clarification.list": () => pageOf(...open),
    "clarification.reply": settle,
    "clarification.dismiss": settle,
  });
  const person = openStudio(`/twins/${TWIN_ID}/questions`);
  const card = within(await screen.findByRole("form", { name: "Which colour is the dinghy?" }));
  expect(card.getByRole("link", { name: "Read the conversation" })).toBeDefined();
  await person.type(card.getByRole("textbox"), "Every boat of mine is red.");
  await person.click(card.getByRole("radio", { name: "Belief" }));
  await person.click(card.getByRole("button", { name: "Reply" }));
  await screen.findByText("Answers may rest on this belief from now on.");
  expect(calls).toContainEqual([
    "clarification.reply",
    { clarificationId: "dinghy", text: "Every boat of mine is red.", as: "belief" },
  ]);
  const other = within(await screen.findByRole("form", { name: "Who built the quay?" }));
  await person.click(other.getByRole("button", { name: "Dismiss" }));
  await screen.findByText("No open question");
});
