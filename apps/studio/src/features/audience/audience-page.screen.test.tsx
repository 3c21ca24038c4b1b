import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Person } from "./audience.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const person = (id: string, name: string, changes: Partial<Person> = {}): Person => ({
  id,
  twinId: TWIN_ID,
  name,
  email: null,
  externalId: null,
  isVerified: false,
  source: "link",
  tags: [],
  groups: [],
  isBlocked: false,
  blockedAt: null,
  blockedReason: null,
  hasConsent: false,
  firstSeenAt: TIME,
  lastSeenAt: TIME,
  figures: { conversations: 1, messages: 3, limits: [] },
  ...changes,
});

const isMark = ([procedure]: [string, unknown]) => procedure === "audience.mark";

test("people are narrowed by the address, chosen by key, and tagged with a way back for those it changed", async () => {
  const ann = person("ann", "Ann", { tags: ["vip"] });
  const bob = person("bob", "Bob", {
    figures: {
      conversations: 1,
      messages: 9,
      limits: [{ accessGroupId: "g", accessGroup: "Members", period: "day", used: 9, most: 10 }],
    },
  });
  const { calls } = serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "audience.list": () => ({ ...pageOf(ann, bob), count: 2, tags: ["vip"] }),
    "audience.mark": () => ({ items: [] }),
  });
  const user = openStudio(`/twins/${TWIN_ID}/audience?blocked=false&sort=messages`);
  await screen.findByText("9 of 10 a day");
  expect(calls).toContainEqual([
    "audience.list",
    expect.objectContaining({ blocked: false, sort: "messages" }),
  ]);
  await user.keyboard("jxjx");
  expect(screen.getByRole("status").textContent).toBe("2 people chosen");
  await user.click(screen.getByRole("button", { name: "Tag" }));
  await user.click(within(await screen.findByRole("menu")).getByText("#vip"));
  await screen.findByText("Tagged #vip: 1 person.");
  screen.getByRole("button", { name: "Undo" }).click();
  await vi.waitFor(() => expect(calls.filter(isMark)).toHaveLength(2));
  const marks = calls.filter(isMark);
  const place = { twinId: TWIN_ID, visitorIds: ["bob"] };
  expect(marks.map(([, input]) => input)).toEqual([
    { ...place, addTags: ["vip"] },
    { ...place, removeTags: ["vip"] },
  ]);
});
