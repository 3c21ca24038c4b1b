import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { earlierOf, figuresOf } from "../../testing/make-figures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Figures } from "./analytics.ts";

const day = { from: "2026-11-24T00:00:00.000Z", to: "2026-11-25T00:00:00.000Z" };
const head = { twinId: TWIN_ID, ...day, before: null };
const told = (figures: Figures) => ({ figures, latency: [], costs: [] });
const compared = { current: figuresOf(3, 1), previous: earlierOf(1, 1) };

const serve = (current = figuresOf(3, 1), previous = figuresOf(1, 1)) =>
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "analytics.overview": () => ({ ...head, current: told(current), previous: told(previous) }),
    "analytics.timeseries": () => ({
      ...head,
      ...{ bucket: "day", timeZone: "UTC", points: [{ ...day, figures: figuresOf(3, 1) }] },
    }),
    "analytics.twins": () => {
      const twin = { twinId: TWIN_ID, name: "Mara", ...compared };
      const { from, to, before } = head;
      return { from, to, before, twins: [{ ...twin, costs: [{ currency: "USD", amount: 2.5 }] }] };
    },
    "analytics.breakdown": () => ({
      ...{ ...head, by: "channel", parts: [{ key: "widget", name: "widget", ...compared }] },
    }),
    "analytics.topics": () => ({
      ...{ ...head, sampled: 4 },
      topics: [
        { name: "Refund", words: ["refund", "refunds"], examples: ["Refund?"], ...compared },
      ],
    }),
    "analytics.sources": () => ({
      ...{
        ...head,
        sources: [],
        unused: { count: 1, examples: [{ sourceId: "s", title: "Old" }] },
      },
    }),
  });

const searchOf = (link: HTMLElement) =>
  Object.fromEntries(new URL((link as HTMLAnchorElement).href).searchParams);

test("every number opens its conversations, and a part narrows the whole screen", async () => {
  const { calls } = serve();
  const person = openStudio(`/twins/${TWIN_ID}/analytics?range=7d&table=true&releaseId=draft`);
  const tile = await screen.findByRole("link", { name: /^Answered 75 % up 25 pt from 50 %/ });
  expect(searchOf(tile)).toMatchObject({ answered: "true", releaseId: "draft" });
  const time = within(await screen.findByRole("region", { name: "Over time" }));
  const number = await time.findByRole("link", { name: /^1 Unanswered/ });
  expect(searchOf(number)).toMatchObject({ ...day, outcome: "unsupported", releaseId: "draft" });
  const topic = await screen.findByRole("link", { name: /^4 Questions, Refund/ });
  expect(searchOf(topic)).toMatchObject({ topic: "refund refunds" });
  await person.click(await screen.findByRole("button", { name: /^Widget/ }));
  await screen.findByRole("button", { name: /^Widget, take it off/ });
  const narrowed = calls.findLast(([name]) => name === "analytics.overview")?.[1];
  expect(narrowed).toMatchObject({ channel: "widget", releaseId: "draft" });
});

test("where nobody asked anything the screen says what it is for", async () => {
  serve(figuresOf(0, 0), figuresOf(0, 0));
  openStudio(`/twins/${TWIN_ID}/analytics`);
  await screen.findByRole("heading", { name: "Nothing to count yet" });
});

test("twins stand side by side, each with the way to its figures and to its conversations", async () => {
  serve();
  openStudio("/compare?range=7d");
  const row = within(
    await screen.findByRole("row", { name: /^Mara 2 visitors · 0 verified · \$2.50/ }),
  );
  const twin = row.getByRole("link", { name: "Mara" });
  expect(twin).toHaveProperty("pathname", `/twins/${TWIN_ID}/analytics`);
  expect(searchOf(twin)).toEqual({ range: "7d" });
  const unanswered = row.getByRole("link", { name: /^1 Unanswered, Mara/ });
  expect(unanswered).toHaveProperty("pathname", `/twins/${TWIN_ID}/conversations`);
  expect(searchOf(unanswered)).toMatchObject({ outcome: "unsupported" });
});
