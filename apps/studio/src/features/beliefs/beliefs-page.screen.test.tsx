import { screen, within } from "@testing-library/react";
import type { Belief } from "@understudy/core/belief/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const sleep: Belief = {
  id: "sleep",
  twinId: TWIN_ID,
  statement: "Sleep comes before training.",
  scope: "Recovery",
  status: "live",
  refreshing: false,
  isRestricted: false,
  version: 2,
  createdAt: TIME,
  updatedAt: TIME,
};

function serveBeliefs() {
  let belief = sleep;
  const change = (changes: Partial<Belief>) => {
    belief = { ...belief, ...changes, version: belief.version + 1 };
    return belief;
  };
  const version = (number: number, statement: string) => ({
    number,
    statement,
    scope: sleep.scope,
    createdAt: TIME,
    by: { kind: "user", id: null },
  });
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "knowledge.listImpacts": () => pageOf(),
    "belief.list": () => pageOf(belief),
    "belief.get": () => belief,
    "belief.create": (made: Partial<Belief>) => change(made),
    "belief.update": (made: Partial<Belief>) => change(made),
    "belief.remove": () => belief,
    "belief.versions": () =>
      pageOf(version(2, sleep.statement), version(1, "Food comes before training.")),
    "source.restore": () => ({}),
  });
}

const open = (search = "") => openStudio(`/twins/${TWIN_ID}/beliefs${search}`);
const last = (calls: [string, unknown][], name: string) =>
  calls.findLast(([called]) => called === name)?.[1];

test("a belief is opened by keyboard, edited, and keeps the version that was seen", async () => {
  const { calls } = serveBeliefs();
  const person = open();
  await screen.findByRole("row", { name: /Sleep comes before training/ });
  await person.keyboard("j{Enter}");
  const panel = within(await screen.findByRole("complementary", { name: "Belief" }));
  const scope = await panel.findByLabelText(/^When it applies/);
  await person.clear(scope);
  await person.click(panel.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved as version 3.");
  const { statement } = sleep;
  expect(last(calls, "belief.update")).toEqual({
    beliefId: "sleep",
    version: 2,
    statement,
    scope: null,
  });
});

test("an older version shows what changed since, and is taken up again", async () => {
  const { calls } = serveBeliefs();
  const person = open("?belief=sleep&part=versions");
  await screen.findByText("Version 2");
  expect(document.querySelector("del")?.textContent).toBe("Food");
  await person.click(screen.getByRole("button", { name: /^Restore/ }));
  await screen.findByText("Taken up again as version 3.");
  expect(last(calls, "belief.update")).toMatchObject({ statement: "Food comes before training." });
});

test("a removal is undone from the message that tells of it", async () => {
  const { calls } = serveBeliefs();
  const person = open("?belief=sleep");
  await person.click(await screen.findByRole("button", { name: "Remove" }));
  await person.click(await screen.findByRole("button", { name: "Undo" }));
  expect(last(calls, "source.restore")).toEqual({ sourceId: "sleep" });
});

test("a new one is written where none is open, and opens", async () => {
  const { calls } = serveBeliefs();
  const person = open("?form=new");
  const dialog = within(await screen.findByRole("dialog"));
  await person.type(dialog.getByLabelText("What you hold"), "Rest is work.");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  await screen.findByRole("complementary", { name: "Belief" });
  expect(last(calls, "belief.create")).toEqual({
    twinId: TWIN_ID,
    statement: "Rest is work.",
    scope: null,
  });
});
