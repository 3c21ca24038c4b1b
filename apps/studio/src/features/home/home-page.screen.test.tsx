import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Outputs } from "#lib/trpc.ts";
import { makeSource, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { figuresOf } from "../../testing/make-figures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

type Home = Outputs["home"]["get"];

const TIME = "2026-11-20T10:00:00.000Z";
const needs: Home["needs"] = [
  { kind: "failed_source", count: 1, example: "Scan of 1998", subjectId: "source" },
  { kind: "open_question", count: 3, example: "Do you ship abroad?", subjectId: "cluster" },
];
const progress: Home["progress"] = {
  release: { id: "release", number: 4, createdAt: TIME },
  tests: { now: { passed: 9, total: 10 }, before: { passed: 7, total: 10 } },
  answered: { since: { from: TIME, to: "2026-11-27T10:00:00.000Z" }, now: 0.75, before: 0.5 },
  taught: { sources: 1, verifiedAnswers: 2, corrections: 0 },
};

function openHome(home: Partial<Home>, [now, before] = [figuresOf(3, 1), figuresOf(1, 1)]) {
  const told = (figures: typeof now) => ({ figures, latency: [], costs: [] });
  const period = { from: TIME, to: TIME, before: null };
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "home.get": () => ({ twinId: TWIN_ID, needs: [], progress: null, ...home }),
    "analytics.overview": () => ({
      ...{ twinId: TWIN_ID, ...period, current: told(now), previous: told(before) },
    }),
    "source.list": () => pageOf(makeSource({ id: "source" })),
    "conversation.list": () => pageOf({ id: "talk", title: "Where is the key?", updatedAt: TIME }),
  });
  openStudio(`/twins/${TWIN_ID}`);
}

const region = async (name: RegExp) => within(await screen.findByRole("region", { name }));
const addressOf = (link: HTMLElement) => {
  const { pathname, searchParams } = new URL((link as HTMLAnchorElement).href);
  return [pathname.replace(`/twins/${TWIN_ID}`, ""), Object.fromEntries(searchParams)];
};

test("what needs the owner comes first, each with its place, then what happened and what got better", async () => {
  openHome({ needs, progress });
  const waiting = await region(/^Needs you/);
  expect(waiting.getAllByRole("link").map(addressOf)).toEqual([
    ["/sources", { status: "failed" }],
    ["/questions", {}],
  ]);
  waiting.getByRole("img", { name: "Urgent" });
  const answered = await screen.findByRole("link", { name: /^Answered 75 % up 25 pt from 50 %/ });
  expect(addressOf(answered)).toMatchObject(["/conversations", { answered: "true" }]);
  const better = await region(/^Since release 4/);
  expect(addressOf(better.getByRole("link", { name: "75 % of questions answered" }))).toEqual([
    "/conversations",
    { ...progress.answered.since, answered: "true" },
  ]);
  better.getByText("Taught since: 1 source, 2 verified answers, 0 corrections");
  const asked = await region(/^Asked last/);
  expect(addressOf(asked.getByRole("link", { name: "Where is the key?" }))).toEqual([
    "/conversations",
    { open: "talk" },
  ]);
});

test("a twin that needs nothing says so, and shows no figures of a time in which nobody asked", async () => {
  openHome({}, [figuresOf(0, 0), figuresOf(0, 0)]);
  (await region(/^Needs you/)).getByText(/^Nothing\. Every source could be read/);
  expect(screen.queryByRole("link", { name: /^Answered/ })).toBeNull();
});
