import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeJob, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Overlay } from "../corrections/overlay.ts";
import type { Finding } from "./finding.ts";

const ONE = "Refunds are paid within 14 days.";
const OTHER = "Refunds are paid within 30 days.";
const base = {
  status: "open",
  sourceId: "terms",
  sourceTitle: "New terms",
  sourceKind: "note",
  otherSourceId: null,
  otherSourceTitle: null,
  otherSourceKind: null,
  verifiedAnswerId: null,
  verifiedQuestion: null,
  contradiction: null,
  fault: null,
  score: null,
  createdAt: "2026-11-20T10:00:00.000Z",
} as const;
const side = (chunkId: string | null, sentence: string) => ({
  chunkId,
  text: `Mail us. ${sentence} Thank you.`,
  start: 9,
  end: 9 + sentence.length,
});
const conflict: Finding = {
  ...base,
  id: "conflict",
  kind: "contradiction",
  otherSourceId: "old",
  otherSourceTitle: "Old terms",
  otherSourceKind: "note",
  contradiction: { in: "number", sides: [side("new-chunk", ONE), side("old-chunk", OTHER)] },
};
const garbled: Finding = {
  ...base,
  id: "garbled",
  kind: "garbled",
  fault: { because: "mojibake", example: "der GÃ¤rtner" },
};

const earlier: Overlay = {
  id: "overlay",
  twinId: TWIN_ID,
  sourceId: "old",
  sourceTitle: "Old terms",
  kind: "edit",
  status: "applied",
  text: `Mail us. ${OTHER} Thank you.`,
  original: "Mail us. Refunds are paid within 60 days. Thank you.",
  locator: { start: 0, end: 52 },
  chunkId: "old-chunk",
  revision: 3,
  createdAt: base.createdAt,
  updatedAt: base.createdAt,
};

function serveHealth({ overlays = [] }: { overlays?: Overlay[] } = {}) {
  let findings = [conflict, garbled];
  const settle = ({ findingId }: { findingId: string }) => {
    findings = findings.filter(({ id }) => id !== findingId);
    return conflict;
  };
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "job.get": () =>
      makeJob({ id: "check", kind: "health_check", status: "running", progress: 0.5 }),
    "source.list": () => pageOf(),
    "source.overlay.impact": () => ({
      answers: 0,
      vouched: [{ kind: "verified", id: "refunds", title: "When are refunds paid?" }],
      tests: [],
    }),
    "source.overlay.create": () => ({}),
    "source.overlay.update": () => ({}),
    "source.overlay.list": () => pageOf(...overlays),
    "knowledge.health": () => ({
      open: { contradiction: 1, garbled: 1 },
      checkedAt: base.createdAt,
      jobId: null,
    }),
    "knowledge.checkHealth": () => makeJob({ id: "check", kind: "health_check", status: "queued" }),
    "knowledge.listFindings": () => pageOf(...findings),
    "knowledge.resolveFinding": settle,
    "knowledge.dismissFinding": settle,
  });
}

const open = (search = "") => openStudio(`/twins/${TWIN_ID}/health${search}`);
const last = (calls: [string, unknown][], name: string) =>
  calls.findLast(([called]) => called === name)?.[1];

test("the side that is right is written over the other one's passage, and that settles it", async () => {
  const { calls } = serveHealth();
  const person = open();
  const card = within(await screen.findByRole("article", { name: "Two figures for the same" }));
  const marks = [...document.querySelectorAll("mark")].map(({ textContent }) =>
    textContent?.trim(),
  );
  expect(marks).toEqual(["14", "30"]);
  const right = within(card.getByRole("region", { name: "New terms" }));
  await person.click(right.getByRole("button", { name: /^This is right/ }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByRole("link", { name: /When are refunds paid/ });
  await person.click(dialog.getByRole("button", { name: "Save correction" }));
  await screen.findByText("Accented letters were read as pairs of signs");
  expect(last(calls, "source.overlay.create")).toEqual({
    chunkId: "old-chunk",
    kind: "edit",
    text: `Mail us. ${ONE} Thank you.`,
  });
  expect(last(calls, "knowledge.resolveFinding")).toEqual({ findingId: "conflict" });
});

test("a passage that was corrected before gets the next revision of its correction", async () => {
  const { calls } = serveHealth({ overlays: [earlier] });
  const person = open();
  const right = within(await screen.findByRole("region", { name: "New terms" }));
  await person.click(right.getByRole("button", { name: /^This is right/ }));
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText(earlier.original);
  await person.click(dialog.getByRole("button", { name: "Save correction" }));
  await screen.findByText("Accented letters were read as pairs of signs");
  expect(last(calls, "source.overlay.update")).toEqual({
    overlayId: earlier.id,
    revision: 3,
    text: `Mail us. ${ONE} Thank you.`,
  });
});

test("a fault says where it shows and what to do, and is set aside", async () => {
  const { calls } = serveHealth();
  const person = open("?show=reading");
  await screen.findByText("der GÃ¤rtner");
  expect(last(calls, "knowledge.listFindings")).toMatchObject({ kinds: ["thin", "garbled"] });
  await person.click(screen.getByRole("button", { name: "It is fine" }));
  expect(last(calls, "knowledge.dismissFinding")).toEqual({ findingId: "garbled" });
});

test("everything is looked at when asked for", async () => {
  const { calls } = serveHealth();
  const person = open();
  await person.click(await screen.findByRole("button", { name: "Check everything" }));
  expect(last(calls, "knowledge.checkHealth")).toEqual({ twinId: TWIN_ID });
});
