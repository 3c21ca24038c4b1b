import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { makeSource, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const STANDARD = {
  limit: 8,
  characterWeight: 0.8,
  denseWeight: 1,
  poolSize: 50,
  largestSourceShare: 0.5,
  nearDuplicateResemblance: 0.9,
};
const scores = { lexical: 4.2, vector: null, fused: 1.5, reranked: 9.25 };
const passage = (chunkId: string, text: string) => ({
  chunkId,
  sourceId: "handbook",
  sourceTitle: "Handbook",
  text,
  locator: { start: 0, end: text.length, page: 14 },
  matches: [{ start: 0, end: 5 }],
});
const boats = { ...passage("boats", "Boats are tied up."), score: 9.25, scores };
const ropes = { ...passage("ropes", "Ropes are kept dry."), score: 8, scores };

interface Asked {
  query: string;
  settings: ChosenSettings;
}

function serveExplorer() {
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "job.list": () => pageOf(),
    "source.list": () => pageOf(makeSource({ id: "handbook" })),
    "knowledge.explore": ({ query, settings }: Asked) => ({
      standalone: query,
      translations: [],
      verified: {
        answer: null,
        nearest: {
          verifiedAnswerId: "swim",
          phrasing: "May I swim?",
          score: 0.81,
          because: "negation",
          decidedBy: "words",
        },
        others: [],
      },
      passages: settings.limit === 1 ? [ropes] : [boats, ropes],
      dropped: [{ because: "near_duplicate", scores, passage: passage("again", "Boats again.") }],
      settings: { ...STANDARD, ...settings },
      standard: STANDARD,
      hasDense: false,
      timingsMs: { search: 2, rerank: 3 },
    }),
    "knowledge.rehearse": () => ({
      text: "By sunset.",
      answered: true,
      verified: false,
      writer: "quotation",
      model: null,
      failure: null,
      citations: [],
      unsupportedSpans: [],
      timingsMs: {},
    }),
  });
}

const address = (search = "") => `/twins/${TWIN_ID}/explorer${search}`;

test("a question shows what is found with every score, what is not and why, and what is near", async () => {
  serveExplorer();
  const person = openStudio(address());
  await person.type(
    await screen.findByRole("searchbox", { name: "A question to explore" }),
    "boats?{Enter}",
  );
  await screen.findByText("2 passages would be read");
  expect(window.location.search).toBe("?q=boats%3F");
  const found = within(screen.getByRole("region", { name: "What was found" }));
  const [first] = found.getAllByRole("link", { name: "Handbook" });
  expect(first!.getAttribute("href")).toBe(`/twins/${TWIN_ID}/sources/handbook?passage=boats`);
  expect(found.getAllByText("page 14")).toHaveLength(3);
  expect(found.getAllByText("9.25")).toHaveLength(3);
  expect(document.querySelector("mark")?.textContent).toBe("Boats");
  expect(found.getByText("Nearly the same as another")).toBeDefined();
  expect(found.getByText(/one of the two says “not”/)).toBeDefined();

  await person.click(found.getByRole("button", { name: "What would it answer?" }));
  await found.findByText("By sunset.");
});

test("two settings stand side by side, each in the address, and one of them is reset", async () => {
  serveExplorer();
  const person = openStudio(address("?q=boats"));
  await person.click(await screen.findByRole("button", { name: "Compare" }));
  const other = within(await screen.findByRole("region", { name: "Settings B" }));
  const limit = other.getByRole("spinbutton", { name: "Passages" });
  await person.clear(limit);
  await person.type(limit, "1{Enter}");
  await other.findByText("was 2");
  expect(decodeURIComponent(window.location.search)).toContain('beside={"limit":1}');
  await person.click(other.getByRole("button", { name: "Reset" }));
  await waitFor(() => expect(other.queryByText("was 2")).toBeNull());
});
