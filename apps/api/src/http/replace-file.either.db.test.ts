import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { resultOf, signUp, type TestSession } from "../testing/test-session.ts";

let app: TestApp;
let owner: TestSession;
let sourceId: string;
beforeAll(async () => {
  app = await startTestApp({ MAX_UPLOAD_MB: "1" });
  owner = await signUp(app.url, "Ada");
  const { id: twinId } = await resultOf<{ id: string }>(owner.mutate("twin.create", { name: "T" }));
  const reply = await owner.send(`/api/twins/${twinId}/sources`, {
    method: "POST",
    body: form("files", ["The old words."]),
  });
  sourceId = ((await reply.json()) as { sources: { id: string }[] }).sources[0]!.id;
});
afterAll(() => app[Symbol.asyncDispose]());

function form(field: string, files: (string | Uint8Array<ArrayBuffer>)[]): FormData {
  const data = new FormData();
  for (const [i, bytes] of files.entries()) data.append(field, new Blob([bytes]), `new-${i}.txt`);
  return data;
}
const put = (body: FormData) =>
  owner.send(`/api/sources/${sourceId}/file`, { method: "PUT", body });
async function stored(): Promise<string[]> {
  const root = join(app.resources.env.DATA_DIR, "blobs");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe("a file put in the place of another", () => {
  it("is 202 with the same source, and its bytes are kept beside the old ones", async () => {
    const before = (await stored()).length;
    const reply = await put(form("file", ["The new words."]));
    expect(reply.status).toBe(202);
    expect(await reply.json()).toMatchObject({
      id: sourceId,
      lastRefresh: { trigger: "replaced" },
    });
    expect(await stored()).toHaveLength(before + 1);
  });

  it.each([
    ["no file", form("file", []), 400, "upload.no_files"],
    ["a file in another field", form("files", ["words"]), 400, "upload.no_files"],
    ["two files", form("file", ["one", "two"]), 400, "upload.too_many_files"],
    ["an empty file", form("file", [""]), 400, "source.empty"],
    ["one beyond the limit", form("file", [new Uint8Array(1_200_000)]), 413, "source.too_large"],
  ])("refuses %s, and keeps nothing of it", async (_, body, status, reason) => {
    const before = await stored();
    const reply = await put(body);
    expect({ status: reply.status, body: await reply.json() }).toMatchObject({
      status,
      body: { error: { reason } },
    });
    expect(await stored()).toEqual(before);
  });
});
