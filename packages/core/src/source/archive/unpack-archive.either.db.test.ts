import { createHash } from "node:crypto";
import { makeZip, type ZipPart } from "@understudy/rag/parse/fixtures/make-zip";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getJob } from "../../job/jobs.ts";
import type { Context } from "../../kernel/context.ts";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { startReconcile } from "../../reconcile/start-reconcile.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { addText } from "../add-text.ts";
import { makeBlobKey } from "../blob-key.ts";
import { judgeMediaType } from "../judge-media-type.ts";
import { receiveFile } from "../receive-file.ts";
import { replaceSource } from "../replace-file.ts";
import { getSource, listSources, renameSource } from "../sources.ts";
import { listSyncPages, listSyncs } from "../syncs.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Librarian" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const part = (name: string, content: string | Buffer): ZipPart => ({ name, content });

async function settle() {
  for (let round = 0; round < 4; round += 1) await world.runJobs(tenant);
}

async function upload(bytes: Buffer, fileName = "library.zip") {
  const blobKey = makeBlobKey(tenant.tenantId);
  await world.ports.blobs.put(blobKey, bytes);
  const mediaType = judgeMediaType(bytes.subarray(0, 1_024), fileName);
  const sha256 = createHash("sha256").update(bytes).digest();
  const file = { twinId, fileName, mediaType, byteSize: bytes.length, sha256, blobKey };
  const { id } = await receiveFile.run(owner, file);
  await settle();
  return getSource.run(owner, { sourceId: id });
}

async function report(sourceId: string) {
  const [newest] = (await listSyncs.run(owner, { sourceId, limit: 1 })).items;
  const { items } = await listSyncPages.run(owner, { syncId: newest!.id, limit: 100 });
  return items.map(({ address, outcome, reason }) => [address, outcome, reason]);
}

const found = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 3 })).passages[0];

describe("an archive", () => {
  test("is its files, each a source of its own, and says of every other one why it is none", async () => {
    await addText.run(owner, { twinId, title: "Here already", text: "Ferns have spores." });
    const source = await upload(
      makeZip([
        part("plants/moss.md", "# Moss\n\nMoss grows on the north side."),
        part("plants/fern.txt", "Ferns have spores."),
        part("../../etc/passwd.txt", "root"),
        part("inner.zip", makeZip([part("a.txt", "nested")])),
        part("inner.dat", makeZip([part("a.txt", "nested")])),
        part("picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
        part("__MACOSX/._moss.md", "x"),
        { ...part("short.txt", "More than it says."), claimedBytes: 4 },
      ]),
    );
    expect(await report(source.id)).toEqual([
      ["plants/moss.md", "added", null],
      ["plants/fern.txt", "skipped", "duplicate_of"],
      ["../../etc/passwd.txt", "skipped", "unsafe_path"],
      ["inner.zip", "skipped", "nested_archive"],
      ["inner.dat", "skipped", "not_text"],
      ["picture.txt", "skipped", "not_text"],
      ["__MACOSX/._moss.md", "skipped", "hidden"],
      ["short.txt", "skipped", "corrupt"],
    ]);
    expect(source).toMatchObject({
      kind: "file",
      status: "live",
      pages: { total: 1, live: 1 },
      mediaType: "application/zip",
    });
    const { items } = await listSources.run(owner, { twinId, parentId: source.id, limit: 10 });
    expect(items).toMatchObject([{ title: "moss", archivePath: "plants/moss.md", kind: "file" }]);
    expect((await found("Where does moss grow?"))?.text).toContain("north side");
  });

  test("that is replaced keeps the files that are the same, and their sources", async () => {
    const first = makeZip([
      part("a.txt", "Alder wood is red."),
      part("b.txt", "Birch bark is white."),
    ]);
    const source = await upload(first, "woods.zip");
    expect(source.pages).toEqual({ total: 2, live: 2, processing: 0, failed: 0 });
    const before = await listSources.run(owner, { twinId, parentId: source.id, limit: 10 });
    const next = makeZip([
      part("a.txt", "Alder wood is red."),
      part("c.txt", "Cedar wood smells."),
    ]);
    await replaceSource.run(owner, {
      sourceId: source.id,
      fileName: "woods.zip",
      contentBase64: next.toString("base64"),
    });
    await settle();
    expect(await report(source.id)).toEqual([
      ["a.txt", "unchanged", null],
      ["c.txt", "added", null],
      ["b.txt", "removed", "missing"],
    ]);
    const after = await listSources.run(owner, { twinId, parentId: source.id, limit: 10 });
    const idOf = ({ items }: typeof after) => items.find(({ title }) => title === "a")?.id;
    expect(idOf(after)).toBe(idOf(before));
    expect((await found("Which bark is white?"))?.text ?? "").not.toContain("Birch");

    await renameSource.run(owner, { sourceId: source.id, title: "Woods" });
    await replaceSource.run(owner, {
      sourceId: source.id,
      fileName: "woods.txt",
      contentBase64: Buffer.from("Yew wood bends.").toString("base64"),
    });
    await settle();
    const single = await getSource.run(owner, { sourceId: source.id });
    expect(single).toMatchObject({ title: "Woods", status: "live", pages: null, chunkCount: 1 });
    expect((await found("Which wood smells?"))?.text ?? "").not.toContain("Cedar");
  });

  test("of files that are all here already has not failed", async () => {
    await addText.run(owner, { twinId, title: "Lichen", text: "Lichen is two in one." });
    const source = await upload(makeZip([part("lichen.txt", "Lichen is two in one.")]));
    expect(source).toMatchObject({ status: "live", chunkCount: 0 });
    expect(source.failure).toBeUndefined();
    expect(await report(source.id)).toEqual([["lichen.txt", "skipped", "duplicate_of"]]);
  });

  test("that came to nothing, or gave its place to a plain file, is not taken for work left half-way", async () => {
    const source = await upload(makeZip([part("b.png", "y")]));
    const { id: jobId } = await startReconcile.run(owner, {});
    await world.runJobs(tenant, "reconcile");
    expect((await getJob.run(owner, { jobId })).result).toMatchObject({ agrees: true });
    expect(await getSource.run(owner, { sourceId: source.id })).toEqual(source);
  });

  test.each([
    ["a bomb", makeZip([part("a.txt", Buffer.alloc(40_000_000))]), "source.too_complex"],
    [
      "more files than anyone has",
      makeZip(Array.from({ length: 10_001 }, (_, i) => part(`${i}`, "x"))),
      "source.too_complex",
    ],
    ["nothing that can be read", makeZip([part("a.png", "x")]), "source.no_pages"],
    ["cut off", makeZip([part("a.txt", "words")]).subarray(0, 60), "source.corrupt"],
  ])("that is %s ends once, with a reason, and leaves nothing behind", async (_, bytes, reason) => {
    const source = await upload(bytes);
    expect(source).toMatchObject({ status: "failed", failure: { reason } });
    const { items } = await listSources.run(owner, { twinId, parentId: source.id, limit: 10 });
    expect(items).toEqual([]);
  });
});
