import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { MessageTrace } from "./message-trace.ts";

const PASSAGE = "The lamp is lit at seven.";
const passage = {
  chunkId: "chunk",
  sourceId: "source",
  sourceTitle: "Log",
  text: PASSAGE,
  locator: null,
  scores: null,
  share: 1,
  isCited: true,
};
const citation = { chunkId: "chunk", sourceId: "source", sourceTitle: "Log", quote: PASSAGE };
const trace = {
  message: { id: "m", text: "At seven.", answered: true, verified: false, citations: [citation] },
  conversationId: "c",
  twinId: TWIN_ID,
  question: "And in summer?",
  standalone: "When is the lamp lit in summer?",
  translations: ["Wann wird die Lampe angezündet?"],
  release: null,
  cause: "fine",
  writer: "quotation",
  degradedBecause: null,
  finish: null,
  confidence: null,
  tokens: null,
  cost: null,
  verified: null,
  denseShare: 0.5,
  policy: null,
  passages: [passage],
  dropped: [],
  prompt: null,
  timingsMs: {},
} as unknown as MessageTrace;

const twin = { ...makeTwin(), firstMessage: "", starterQuestions: [] };

function serveTrace() {
  return serveApi({
    "twin.list": () => pageOf(twin),
    "twin.get": () => twin,
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "conversation.list": () => pageOf(),
    "conversation.trace": () => trace,
    "quality.listTests": () => pageOf(),
    "verifiedAnswer.list": () => pageOf(),
    "knowledge.listImpacts": () => pageOf(),
    "source.overlay.list": () => pageOf(),
    "source.overlay.impact": () => ({ answers: 1, vouched: [], tests: [] }),
    "source.overlay.create": () => ({}),
  });
}

/** The panel of an answer, as its address opens it. */
async function openPanel() {
  const user = openStudio(`/twins/${TWIN_ID}/chat?why=m`);
  const panel = within(await screen.findByRole("complementary", { name: "Why this answer" }));
  await panel.findByText("Nothing stands out");
  panel.getByText("Wann wird die Lampe angezündet?");
  panel.getByText("half as much as usual");
  return { user, panel };
}

test("one click makes a quality test of an answer, with its question on its own and what it cites", async () => {
  serveTrace();
  const { user, panel } = await openPanel();
  await user.click(panel.getByRole("link", { name: "Make it a quality test" }));
  const dialog = within(await screen.findByRole("dialog", { name: "New test from an answer" }));
  expect(await dialog.findByDisplayValue(trace.standalone)).toBeTruthy();
  expect(dialog.getByText(PASSAGE, { exact: false })).toBeTruthy();
});

test("one click vouches for it, with its words", async () => {
  serveTrace();
  const { user, panel } = await openPanel();
  await user.click(panel.getByRole("link", { name: "Vouch for it" }));
  const dialog = within(await screen.findByRole("dialog", { name: "New verified answer" }));
  expect(await dialog.findByDisplayValue(trace.standalone)).toBeTruthy();
  expect(dialog.getByDisplayValue("At seven.")).toBeTruthy();
});

test("one click corrects the passage that it rests on", async () => {
  const { calls } = serveTrace();
  const { user, panel } = await openPanel();
  await user.click(panel.getByRole("button", { name: "Correct the passage…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Correct this passage" }));
  await user.type(dialog.getByLabelText("Your words instead"), " Not in June.");
  await user.click(dialog.getByRole("button", { name: "Save correction" }));
  const text = `${PASSAGE} Not in June.`;
  await expect
    .poll(() => calls)
    .toContainEqual(["source.overlay.create", { chunkId: "chunk", kind: "edit", text }]);
});
