import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const line = { scope: "tenant", subjectId: null, name: "", metric: "messages", period: "day" };
const group = { scope: "group", subjectId: "g", name: "Guests of Mara", resetsAt: null };
const key = { scope: "key", subjectId: "k", name: "Importer", period: "total", resetsAt: null };
const usage = {
  limits: [
    { ...line, limit: 50, used: 12, resetsAt: "2026-11-30T00:00:00.000Z" },
    { ...group, metric: "tokens", period: "month", limit: null, used: 900 },
    { ...group, metric: "spend", period: "month", limit: 2.5, used: 0.004 },
    { ...key, metric: "sources", limit: null, used: 7 },
  ],
  currency: "USD",
  days: [{ day: "2026-11-29", messages: 12, tokens: 900 }],
  most: [{ scope: "twin", id: "t", name: "Mara", messages: 12 }],
};

test("what was used is shown against its limit, and all limits of one are set in one place", async () => {
  const saved: unknown[] = [];
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "job.list": () => pageOf(),
    "usage.get": () => usage,
    "usage.setQuota": (input: unknown) => {
      saved.push(input);
      return usage;
    },
  });
  const person = openStudio("/settings/usage");
  expect(await screen.findByText("of 50")).toBeDefined();
  expect(screen.getByText("of $2.50")).toBeDefined();
  await person.click(screen.getByRole("link", { name: /the limits of Guests of Mara/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Limits: Guests of Mara" }));
  await person.type(dialog.getByLabelText("Tokens a month"), "5000");
  await person.clear(dialog.getByLabelText("Spend a month, in USD"));
  await person.click(dialog.getByRole("button", { name: "Save" }));
  const whose = { scope: "group", subjectId: "g", period: "month" };
  await expect
    .poll(() => saved)
    .toEqual([
      { ...whose, metric: "tokens", limit: 5_000 },
      { ...whose, metric: "spend", limit: null },
    ]);
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

test("what a key added is limited like what it asks, and a group, which adds nothing, has no such limit", async () => {
  const saved: unknown[] = [];
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "job.list": () => pageOf(),
    "usage.get": () => usage,
    "usage.setQuota": (input: unknown) => {
      saved.push(input);
      return usage;
    },
  });
  const person = openStudio("/settings/usage?set=group.g");
  const ofGroup = within(await screen.findByRole("dialog", { name: "Limits: Guests of Mara" }));
  expect(ofGroup.queryByLabelText("Sources in all")).toBeNull();
  await person.click(ofGroup.getByRole("button", { name: "Cancel" }));
  await person.click(screen.getByRole("link", { name: /the limits of Importer/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Limits: Importer" }));
  expect(dialog.getByText("Used: 7.")).toBeDefined();
  await person.type(dialog.getByLabelText("Sources in all"), "20");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  const set = { scope: "key", subjectId: "k", metric: "sources", period: "total", limit: 20 };
  await expect.poll(() => saved).toEqual([set]);
});
