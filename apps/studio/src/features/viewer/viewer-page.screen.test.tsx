import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeSource, makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";
import type { Block } from "./block.ts";

const PASSAGE = "00000000-0000-7000-8000-0000000000aa";

/** A live source whose text is its blocks, one passage over all of them. */
function serveSource(
  changes: Partial<ReturnType<typeof makeSource>>,
  parts: (Omit<Block, "start" | "end"> & { text: string })[],
) {
  const source = makeSource({ id: "source", mediaType: "text/html", ...changes });
  const text = parts.map((part) => part.text).join("\n\n");
  const blocks = parts.map(({ text: words, ...block }) => {
    const start = text.indexOf(words);
    return { ...block, start, end: start + words.length };
  });
  const chunk = { id: PASSAGE, ordinal: 0, text, locator: { start: 0, end: text.length } };
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": makeTwin,
    "job.list": () => pageOf(),
    "source.list": () => pageOf(),
    "source.get": () => source,
    "source.text": () => ({ sourceId: source.id, title: source.title, text }),
    "source.blocks": () => pageOf(...blocks),
    "source.chunks": () => pageOf(chunk),
  });
  return (words: string) => `${text.indexOf(words)}-${text.indexOf(words) + words.length}`;
}

const open = (search = "") => openStudio(`/twins/${TWIN_ID}/sources/source${search}`);

test("a page from the web is set for reading, and leads to the quoted words on the page itself", async () => {
  const spanOf = serveSource({ kind: "url", url: "https://example.com/fog" }, [
    { kind: "heading", level: 1, text: "On fog" },
    { kind: "paragraph", text: "Fog is well-known here." },
  ]);
  open(`?passage=${spanOf("well-known here")}`);
  expect(await screen.findByRole("heading", { name: "On fog", level: 2 })).toBeDefined();
  const original = screen.getByRole("region", { name: "Original" });
  expect((await within(original).findByText("well-known here")).tagName).toBe("MARK");
  const outward = await screen.findByRole("link", { name: /^Read on the page/ });
  expect(outward.getAttribute("href")).toBe("https://example.com/fog#:~:text=well%2Dknown%20here");
});

test("what was said in a video stands with its moment, and each moment leads to the video", async () => {
  const url = "https://www.youtube.com/watch?v=fog";
  const spanOf = serveSource({ kind: "youtube", url, mediaType: "text/vtt" }, [
    { kind: "paragraph", text: "Good evening.", startSeconds: 1 },
    { kind: "paragraph", text: "Ada: The horn is loud.", speaker: "Ada", startSeconds: 65.5 },
  ]);
  open(`?passage=${spanOf("The horn is loud.")}`);
  const outward = await screen.findByRole("link", {
    name: /^Watch at 1:05, opens|^Watch at 1:05$/,
  });
  expect(outward.getAttribute("href")).toBe(`${url}&t=65s`);
  const said = screen.getAllByRole("listitem").find((line) => line.textContent?.includes("horn"));
  expect(said?.textContent).toBe("1:05AdaThe horn is loud.");
  expect(said?.getAttribute("aria-current")).toBe("true");
});

test("keys go through the passages, words are found, and the address keeps both", async () => {
  serveSource({}, [{ kind: "paragraph", text: "Fog, and more fog." }]);
  const person = open();
  await screen.findByText("Fog, and more fog.");
  await person.keyboard("j");
  await screen.findByText("Passage 1 of 1");
  expect(window.location.search).toBe(`?passage=${PASSAGE}`);
  await person.keyboard("{Control>}f{/Control}fog");
  await screen.findByText("1 of 2");
  expect(window.location.search).toContain("find=fog");
  await person.keyboard("{Enter}");
  await screen.findByText("2 of 2");
  await person.keyboard("{Escape}");
  expect(window.location.search).not.toContain("find");
});

test("a link to a passage that is gone says so", async () => {
  serveSource({}, [{ kind: "paragraph", text: "Newer words." }]);
  open("?passage=00000000-0000-7000-8000-0000000000bb");
  await screen.findByText(/no longer in the source/);
});

test("a source that failed says why, and what can be done", async () => {
  serveSource({ status: "failed", failure: { reason: "source.empty", message: "Empty." } }, []);
  open("?pane=text");
  expect(await screen.findByRole("button", { name: "Try again" })).toBeDefined();
});
