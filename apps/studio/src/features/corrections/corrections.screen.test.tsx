import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeSource, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Overlay } from "./overlay.ts";

const TEXT = "The course costs 420 euros.";
const BELL = "The bell rings at noon.";
const source = makeSource({ id: "source", mediaType: "text/html" });
const locator = { start: 0, end: TEXT.length };
const passages = [
  { id: "price", ordinal: 0, text: TEXT, locator },
  { id: "bell", ordinal: 1, text: BELL, locator: { start: 29, end: 29 + BELL.length } },
];

function makeOverlay(changes: Partial<Overlay>): Overlay {
  return {
    id: "overlay",
    twinId: TWIN_ID,
    sourceId: source.id,
    sourceTitle: source.title,
    kind: "edit",
    status: "applied",
    text: "It costs 460 euros.",
    original: TEXT,
    locator,
    chunkId: "price",
    revision: 1,
    createdAt: source.createdAt,
    updatedAt: source.updatedAt,
    ...changes,
  };
}

/** A source whose corrections are kept as the server would. */
function serveCorrections(first: Overlay[] = []) {
  let overlays = first;
  const put = (overlay: Overlay) => {
    overlays = [...overlays.filter(({ id }) => id !== overlay.id), overlay];
    return overlay;
  };
  const take = (overlayId: string) => overlays.find(({ id }) => id === overlayId)!;
  const answering = (passage: (typeof passages)[number]) => {
    const own = overlays.filter(({ chunkId }) => chunkId === passage.id);
    if (own.some(({ kind }) => kind === "hide")) return { ...passage, state: "hidden" };
    const edit = own.find(({ kind }) => kind === "edit");
    if (!edit) return passage;
    return { ...passage, text: edit.text, original: passage.text, state: "corrected" };
  };
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": makeTwin,
    "job.list": () => pageOf(),
    "knowledge.listFindings": () => pageOf(),
    "source.list": () => pageOf(source),
    "source.get": () => source,
    "source.text": () => ({ sourceId: source.id, title: "Handbook", text: `${TEXT}\n\n${BELL}` }),
    "source.blocks": () =>
      pageOf(...passages.map((one) => ({ kind: "paragraph", ...one.locator }))),
    "source.chunks": () => pageOf(...passages.map(answering)),
    "source.overlay.list": () => pageOf(...overlays),
    "source.overlay.impact": () => ({
      answers: 3,
      vouched: [],
      tests: [{ id: "t", question: "Who rings it?" }],
    }),
    "source.overlay.create": (made: Pick<Overlay, "chunkId" | "kind" | "text">) =>
      put(makeOverlay({ ...made, id: `new-${made.kind}` })),
    "source.overlay.update": ({ overlayId, ...changes }: { overlayId: string; chunkId?: string }) =>
      put({ ...take(overlayId), ...changes, status: "applied" }),
    "source.overlay.remove": ({ overlayId }: { overlayId: string }) => {
      const gone = take(overlayId);
      overlays = overlays.filter((overlay) => overlay !== gone);
      return gone;
    },
  });
}

const open = (search: string) => openStudio(`/twins/${TWIN_ID}/sources/source${search}`);
const listed = async () => within(await screen.findByRole("region", { name: "Passages" }));

/** Chooses from a passage's menu, which waits until it knows what there is. */
async function choose(person: ReturnType<typeof openStudio>, number: number, name: string) {
  const button = { name: `Actions for passage ${number}` };
  await person.click(await (await listed()).findByRole("button", button));
  const item = await screen.findByRole("menuitem", { name });
  await waitFor(() => expect(item.getAttribute("aria-disabled")).toBeNull());
  await person.click(item);
}

test("a passage is corrected beside the source's own words, knowing what rests on it", async () => {
  serveCorrections();
  const person = open("?tab=passages&pane=text");
  await choose(person, 1, "Correct…");
  const dialog = within(await screen.findByRole("dialog", { name: "Correct this passage" }));
  expect(dialog.getByRole("region", { name: "The source's own words" }).textContent).toContain(
    TEXT,
  );
  await dialog.findByText(/^3 answers of the last 30 days cite this passage/);
  const words = dialog.getByLabelText("Your words instead");
  await person.clear(words);
  await person.type(words, "It costs 460 euros.");
  await person.click(dialog.getByRole("button", { name: "Save correction" }));
  const list = await listed();
  await list.findByText("It costs 460 euros.");
  list.getByText("Corrected");
});

test("a passage is hidden, says so, and is undone", async () => {
  const { calls } = serveCorrections();
  const person = open("?tab=passages&pane=text");
  await choose(person, 2, "Hide from answers");
  await (await listed()).findByText("Hidden");
  await screen.findByText(/^Hidden from every answer. 3 answers/);
  await person.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.queryByText("Hidden")).toBeNull());
  expect(calls).toContainEqual(["source.overlay.remove", { overlayId: "new-hide", revision: 1 }]);
});

test("a correction that lost its passage waits for a look, and gets another one", async () => {
  const { calls } = serveCorrections([makeOverlay({ status: "unmatched", chunkId: null })]);
  const person = open("?tab=corrections&pane=text");
  const waiting = within(await screen.findByRole("region", { name: "To look at" }));
  waiting.getByText(/not in the source any more/);
  await person.click(waiting.getByRole("button", { name: "Choose its passage…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Choose its passage" }));
  await person.type(dialog.getByLabelText("Find a passage"), "bell");
  await person.click(dialog.getByRole("button", { name: new RegExp(BELL) }));
  await screen.findByRole("region", { name: "In force" });
  expect(calls).toContainEqual([
    "source.overlay.update",
    { overlayId: "overlay", revision: 1, chunkId: "bell" },
  ]);
});

test("the list of sources tells of corrections that wait, and leads to them", async () => {
  serveCorrections([makeOverlay({ status: "changed" })]);
  openStudio(`/twins/${TWIN_ID}/sources`);
  const look = await screen.findByRole("link", { name: /^Look\s*at Handbook$/ });
  expect(look.getAttribute("href")).toBe(
    `/twins/${TWIN_ID}/sources/source?tab=corrections&pane=text`,
  );
});
