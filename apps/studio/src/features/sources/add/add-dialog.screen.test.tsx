import { createHash } from "node:crypto";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeSource, makeTwin, TWIN_ID } from "../../../testing/fixtures.ts";
import { openStudio } from "../../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../../testing/serve-api.ts";

const ADDRESS = `/twins/${TWIN_ID}/sources`;
const unknown = {
  kind: "url",
  name: null,
  url: null,
  title: null,
  mediaType: null,
  byteSize: null,
  pageCount: null,
  durationSeconds: null,
  captions: null,
  duplicateOf: null,
  estimatedSeconds: null,
  problem: null,
};

function serveAdding(item: object) {
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": makeTwin,
    "job.list": () => pageOf(),
    "source.overlay.list": () => pageOf(),
    "source.list": () => pageOf(),
    "knowledge.listFindings": () => pageOf(),
    "source.get": () => makeSource({ id: "handbook", title: "Handbook 2026" }),
    "source.preflight": () => ({ items: [{ ...unknown, ...item }] }),
    "source.crawl": () => makeSource({ id: "site", kind: "sitemap" }),
  });
}

test("a pasted video address leads to its form, which says that it has no captions", async () => {
  serveAdding({
    kind: "youtube",
    title: "How tides work",
    captions: [],
    problem: { reason: "source.no_captions", message: "" },
  });
  const person = openStudio(`${ADDRESS}?add=page`);
  await person.click(await screen.findByRole("textbox", { name: "Address" }));
  await person.paste("https://youtu.be/dQw4w9WgXcQ");
  await screen.findByText(/This video has no captions/);
  expect(new URLSearchParams(window.location.search).get("add")).toBe("video");
  await person.click(screen.getByRole("button", { name: "Paste it" }));
  await screen.findByRole("button", { name: "Add note" });
});

test("a site is looked at before it is added, and taken within its bounds", async () => {
  const { calls } = serveAdding({ kind: "sitemap", title: "Harbour School", pageCount: 42 });
  const person = openStudio(`${ADDRESS}?add=site`);
  await person.type(await screen.findByRole("textbox", { name: "Address" }), "https://a.example/");
  await screen.findByText("42 pages in its sitemap");
  const pages = screen.getByRole("spinbutton", { name: "Pages at most" });
  await person.clear(pages);
  await person.type(pages, "20");
  await person.click(screen.getByRole("button", { name: "Add site" }));
  await waitFor(() =>
    expect(calls).toContainEqual([
      "source.crawl",
      { twinId: TWIN_ID, url: "https://a.example/", maxPages: 20, maxDepth: 5 },
    ]),
  );
});

test("a file that is here already is not sent again", async () => {
  const { calls } = serveAdding({ kind: "file", title: "Handbook", duplicateOf: "handbook" });
  const person = openStudio(`${ADDRESS}?add=files`);
  await screen.findByRole("button", { name: "Choose files" });
  const file = new File(["words"], "handbook.txt", { type: "text/plain" });
  await person.upload(screen.getByLabelText("Files to add"), file);
  await screen.findByText("Already here as “Handbook 2026”");
  const add = screen.getByRole("button", { name: "Add files" });
  expect(add.hasAttribute("disabled")).toBe(true);
  const sha256 = createHash("sha256").update("words").digest("hex");
  const files = [{ name: "handbook.txt", byteSize: 5, sha256 }];
  await waitFor(() =>
    expect(calls).toContainEqual(["source.preflight", { twinId: TWIN_ID, files }]),
  );
});

test("a note that was begun is still there when its dialog was closed, until one starts over", async () => {
  serveAdding({});
  const person = openStudio(`${ADDRESS}?add=note`);
  const text = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Text" });
  await person.type(await text(), "Tides come twice a day.");
  expect(screen.queryByText(/still here/)).toBeNull();
  await person.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await person.click(screen.getAllByRole("button", { name: "Add" })[0]!);
  await person.click(await screen.findByRole("radio", { name: "Note" }));
  expect((await text()).value).toBe("Tides come twice a day.");
  await person.click(screen.getByRole("button", { name: "Start over" }));
  expect((await text()).value).toBe("");
  expect(screen.queryByText(/still here/)).toBeNull();
});
