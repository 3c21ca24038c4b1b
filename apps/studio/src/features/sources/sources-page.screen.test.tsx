import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeSource, makeSync, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const ADDRESS = `/twins/${TWIN_ID}/sources`;
const crawled = makeSync({
  id: "crawled",
  sourceId: "site",
  pages: { added: 1, skipped: 1, failed: 1 },
});
const site = makeSource({
  id: "site",
  title: "Harbour School",
  kind: "sitemap",
  pages: { total: 3, live: 2, processing: 0, failed: 1 },
  lastRefresh: crawled,
});
const course = makeSource({ id: "course", title: "Courses", kind: "url", parentId: "site" });
const handbook = makeSource({ id: "handbook", title: "Handbook" });
const draft = makeSource({ id: "draft", title: "Handbook draft" });
const sources = [site, course, handbook, draft];
const pair = {
  id: "pair",
  kind: "near_duplicate",
  status: "open",
  sourceId: handbook.id,
  sourceTitle: handbook.title,
  otherSourceId: draft.id,
  otherSourceTitle: draft.title,
  score: 0.92,
};
const page = (address: string, outcome: string, reason: string | null) => ({
  id: address,
  address,
  outcome,
  reason,
  sourceId: null,
});

function serveSources() {
  let findings = [pair];
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": makeTwin,
    "job.list": () => pageOf(),
    "source.overlay.list": () => pageOf(),
    "source.list": ({ parentId }: { parentId?: string }) =>
      pageOf(...sources.filter((source) => source.parentId === (parentId ?? null))),
    "source.get": ({ sourceId }: { sourceId: string }) => sources.find(({ id }) => id === sourceId),
    "source.text": ({ sourceId }: { sourceId: string }) => ({
      sourceId,
      text: sourceId === "draft" ? "It costs 420 euros." : "It costs 460 euros.",
    }),
    "source.schedule": ({ every }: { every: "weekly" }) => ({ ...site, syncEvery: every }),
    "source.listSyncs": () => pageOf(crawled),
    "source.listSyncPages": () =>
      pageOf(
        page("https://school.example/courses", "added", null),
        page("https://school.example/private", "skipped", "robots"),
        page("https://school.example/gone", "failed", "status_404"),
      ),
    "knowledge.listFindings": () => pageOf(...findings),
    "knowledge.dismissFinding": () => {
      findings = [];
      return pair;
    },
  });
}

test("a site unfolds its pages, and is kept current on a schedule", async () => {
  const { calls } = serveSources();
  const person = openStudio(ADDRESS);
  await person.click(await screen.findByRole("button", { name: "What is in Harbour School" }));
  await screen.findByRole("button", { name: "Courses" });
  expect(new URLSearchParams(window.location.search).get("unfolded")).toBe('["site"]');
  expect(screen.getByText("2 of 3 pages live")).toBeDefined();

  await person.click(screen.getByRole("button", { name: "Actions for Harbour School" }));
  await person.click(await screen.findByRole("menuitemradio", { name: "Weekly" }));
  await waitFor(() =>
    expect(calls).toContainEqual(["source.schedule", { sourceId: "site", every: "weekly" }]),
  );
});

test("a sync report says in words what became of each page, and finds an address", async () => {
  serveSources();
  const person = openStudio(`${ADDRESS}?source=site&tab=history`);
  await person.click(await screen.findByRole("button", { name: /^Synced by hand/ }));
  await screen.findByText("The site's robots.txt asks programs not to fetch it.");
  expect(screen.getByText("The site answered 404.")).toBeDefined();
  await person.type(screen.getByRole("searchbox", { name: "Find an address" }), "courses");
  expect(screen.queryByText("The site answered 404.")).toBeNull();
});

test("nearly equal sources are compared side by side, and both can be kept", async () => {
  const { calls } = serveSources();
  const person = openStudio(ADDRESS);
  const main = within(await screen.findByRole("main"));
  await person.click(await main.findByRole("link", { name: "Compare" }));
  const dialog = await screen.findByRole("dialog", { name: "Nearly the same" });
  await within(dialog).findByText("460", { selector: "mark" });
  expect(within(dialog).getByText("420", { selector: "mark" })).toBeDefined();
  await person.click(within(dialog).getByRole("button", { name: "Keep both" }));
  await waitFor(() =>
    expect(calls).toContainEqual(["knowledge.dismissFinding", { findingId: "pair" }]),
  );
});
