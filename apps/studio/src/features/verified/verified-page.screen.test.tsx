import { screen, within } from "@testing-library/react";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const swim: VerifiedAnswer = {
  id: "swim",
  twinId: TWIN_ID,
  question: "May I swim here?",
  phrasings: ["Is swimming allowed?"],
  answer: "No: boats turn there.",
  reviewBy: "2026-01-01T00:00:00.000Z",
  sourceId: null,
  isRestricted: false,
  version: 2,
  createdAt: TIME,
  updatedAt: TIME,
};
const version = (number: number, answer: string) => ({
  number,
  question: swim.question,
  phrasings: swim.phrasings,
  answer,
  reviewBy: null,
  createdAt: TIME,
  by: { kind: "user", id: null },
});

function serveVerified(impacts: object[] = []) {
  let answer = swim;
  const change = (changes: Partial<VerifiedAnswer>) => {
    answer = { ...answer, ...changes, version: answer.version + 1 };
    return answer;
  };
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "knowledge.listImpacts": () => pageOf(...impacts),
    "verifiedAnswer.lookedAt": () => ({}),
    "verifiedAnswer.list": () => pageOf(answer),
    "verifiedAnswer.get": () => answer,
    "verifiedAnswer.impact": () => ({ tests: [{ id: "t", question: "Is swimming off?" }] }),
    "verifiedAnswer.create": (made: Partial<VerifiedAnswer>) => change(made),
    "verifiedAnswer.update": (made: Partial<VerifiedAnswer>) => change(made),
    "verifiedAnswer.versions": () =>
      pageOf(version(2, swim.answer), version(1, "Yes: boats turn there.")),
    "verifiedAnswer.nearMisses": () =>
      pageOf({
        id: "miss",
        verifiedAnswerId: swim.id,
        question: "Could one go for a swim?",
        phrasing: swim.question,
        score: 0.72,
        because: "too_different",
        timesAsked: 3,
        lastAskedAt: TIME,
      }),
    "verifiedAnswer.previewImport": () => ({
      created: 1,
      updated: 0,
      unchanged: 0,
      problems: [{ line: 3, reason: "qna.no_answer", message: "There is no answer in this row." }],
      rows: [{ line: 2, question: "When?", phrasings: [], answer: "Now.", effect: "create" }],
    }),
    "verifiedAnswer.import": () => ({ created: 1, updated: 0, unchanged: 0, problems: [] }),
  });
}

const open = (search = "") => openStudio(`/twins/${TWIN_ID}/verified${search}`);

test("an answer that is due opens, is edited with its phrasings, and keeps the version that was seen", async () => {
  const { calls } = serveVerified();
  const person = open();
  const row = await screen.findByRole("row", { name: /May I swim here/ });
  expect(within(row).getByText("Review due")).toBeDefined();
  await person.click(screen.getByRole("button", { name: "May I swim here?" }));
  const panel = within(await screen.findByRole("complementary", { name: "Verified answer" }));
  await person.type(await panel.findByLabelText(/^Other ways to ask it/), "\nA dip?");
  await person.click(panel.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved as version 3.");
  const phrasings = ["Is swimming allowed?", "A dip?"];
  const [, sent] = calls.find(([name]) => name === "verifiedAnswer.update")!;
  expect(sent).toMatchObject({ verifiedAnswerId: "swim", version: 2, phrasings });
});

test("a change of a source that bears on it is told with both wordings, until it is looked at", async () => {
  const { calls } = serveVerified([
    {
      id: "impact",
      twinId: TWIN_ID,
      sourceId: "rules",
      sourceTitle: "Harbour rules",
      syncId: "sync",
      verifiedAnswerId: "swim",
      beliefId: null,
      before: "Nobody may swim here.",
      after: "Everybody may swim here.",
      createdAt: TIME,
    },
  ]);
  const person = open("?answer=swim");
  const row = await screen.findByRole("row", { name: /May I swim here/ });
  await within(row).findByText("Source changed");
  const warning = within(await screen.findByRole("region", { name: "Changed sources" }));
  expect(document.querySelector("ins")?.textContent).toBe("Everybody");
  expect(warning.getByRole("link").getAttribute("href")).toContain("source=rules");
  await person.click(warning.getByRole("button", { name: "It still stands" }));
  expect(calls).toContainEqual(["verifiedAnswer.lookedAt", { verifiedAnswerId: "swim" }]);
});

test("an older version shows what changed since, and is taken up again", async () => {
  const { calls } = serveVerified();
  const person = open("?answer=swim&part=versions");
  await screen.findByText("Version 2");
  expect(document.querySelector("del")?.textContent).toBe("Yes:");
  expect(document.querySelector("ins")?.textContent).toBe("No:");
  await person.click(screen.getByRole("button", { name: /^Restore/ }));
  await screen.findByText("Taken up again as version 3.");
  const [, sent] = calls.find(([name]) => name === "verifiedAnswer.update")!;
  expect(sent).toMatchObject({ answer: "Yes: boats turn there.", version: 2 });
});

test("a near miss says why, and becomes a phrasing", async () => {
  const { calls } = serveVerified();
  const person = open("?view=misses");
  await screen.findByText(/too little of it is in the phrasing/);
  await person.click(screen.getByRole("button", { name: "Add as phrasing" }));
  await screen.findByText("Added to “May I swim here?”.");
  const phrasings = ["Is swimming allowed?", "Could one go for a swim?"];
  expect(calls).toContainEqual([
    "verifiedAnswer.update",
    { verifiedAnswerId: "swim", version: 2, phrasings },
  ]);
});

test("a file shows its rows and what is wrong with them before anything is imported", async () => {
  const { calls } = serveVerified();
  const person = open("?form=import");
  const file = new File(["question,answer\nWhen?,Now.\nWhere?,"], "answers.csv");
  await person.upload(await screen.findByLabelText("File"), file);
  await screen.findByText("There is no answer in this row.");
  expect(screen.getByRole("row", { name: /When\? Now\. New/ })).toBeDefined();
  expect(calls.map(([name]) => name)).not.toContain("verifiedAnswer.import");
  await person.click(screen.getByRole("button", { name: "Import 1" }));
  await screen.findByText("Imported: 1 new, 0 changed.");
});

test("a new answer begins with the question it was opened for", async () => {
  const { calls } = serveVerified();
  const person = open("?form=new&question=Where%20do%20I%20moor%3F");
  const dialog = within(await screen.findByRole("dialog"));
  await person.type(dialog.getByLabelText("Answer"), "At the quay.");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  await screen.findByRole("complementary", { name: "Verified answer" });
  const [, sent] = calls.find(([name]) => name === "verifiedAnswer.create")!;
  expect(sent).toMatchObject({ question: "Where do I moor?", answer: "At the quay." });
});
