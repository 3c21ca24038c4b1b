import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const release = (number: number, isCurrent: boolean) => ({
  id: `release-${number}`,
  twinId: TWIN_ID,
  number,
  note: `Note ${number}`,
  overrideReason: null,
  runId: null,
  isCurrent,
  by: { kind: "user", id: null },
  createdAt: TIME,
});
const blocker = {
  testId: "test",
  question: "Who are you?",
  verdict: "failed",
  change: "regressed",
  because: ["words_missing"],
};

interface Publishing {
  override?: string;
}

function serveReleases() {
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => ({ ...makeTwin(), currentReleaseId: "release-2" }),
    "job.list": () => pageOf(),
    "release.preview": () => ({
      twinId: TWIN_ID,
      current: release(2, true),
      changes: [{ field: "noAnswerMessage", before: "Ask Ada.", after: "No idea." }],
      contentMoved: { added: 2, changed: 1, removed: 0 },
      testCount: 3,
      run: null,
      blockers: [],
      warnings: [],
    }),
    "release.list": () => pageOf(release(2, true), release(1, false)),
    "release.rollback": () => release(1, true),
    "release.publish": ({ override }: Publishing) =>
      override
        ? { ...release(3, true), status: "published", warnings: [] }
        : { status: "blocked", runId: "run", blockers: [blocker] },
  });
}

test("the draft is told apart from what is live, and goes out only with a reason when it regresses", async () => {
  const { calls } = serveReleases();
  const person = openStudio(`/twins/${TWIN_ID}/releases`);
  expect(await screen.findByText("No idea.")).toBeDefined();
  expect(screen.getByText(/2 sources added, 1 changed/)).toBeDefined();
  await person.click(screen.getByRole("button", { name: "Publish…" }));
  await person.click(screen.getByRole("button", { name: "Run 3 tests and publish" }));
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("1 answer would get worse for visitors.")).toBeDefined();
  const insist = screen.getByRole("button", { name: "Publish all the same" });
  expect(insist).toHaveProperty("disabled", true);
  await person.type(screen.getByLabelText("Reason to publish all the same"), "Ada left.");
  await person.click(insist);
  expect(await screen.findByText("Release 3 is live.")).toBeDefined();
  const published = calls.filter(([name]) => name === "release.publish");
  expect(published.map(([, input]) => (input as Publishing).override)).toEqual([
    undefined,
    "Ada left.",
  ]);
});

test("an earlier release is made live in one step", async () => {
  const { calls } = serveReleases();
  const person = openStudio(`/twins/${TWIN_ID}/releases`);
  await person.click(await screen.findByRole("button", { name: "Make live: release 1" }));
  expect(await screen.findByText("Visitors get release 1 again.")).toBeDefined();
  expect(calls).toContainEqual(["release.rollback", { releaseId: "release-1" }]);
});
