import { readdir } from "node:fs/promises";
import { request as open } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { resultOf, signUp, type TestSession } from "../testing/test-session.ts";

const BOUNDARY = "----parts";
let app: TestApp;
let owner: TestSession;
let twinId: string;
beforeAll(async () => {
  app = await startTestApp({ MAX_UPLOAD_MB: "1" });
  owner = await signUp(app.url, "Ada");
  twinId = (await resultOf<{ id: string }>(owner.mutate("twin.create", { name: "T" }))).id;
});
afterAll(() => app[Symbol.asyncDispose]());

interface Part {
  name: string;
  bytes: string | Buffer;
}

function multipart(parts: Part[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from("\r\n"),
  ]);
  return Uint8Array.from(Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]));
}

function upload(parts: Part[]): Promise<Response> {
  return owner.send(`/api/twins/${twinId}/sources`, {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: multipart(parts),
  });
}

interface Added {
  sources: { id: string; title: string; status: string; jobId: string; duplicateOf?: string }[];
  refused?: { fileName: string; reason: string }[];
}

/** Whole blobs and what lies half-written. */
async function stored(): Promise<string[]> {
  const root = join(app.resources.env.DATA_DIR, "blobs");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("an upload", () => {
  it("answers 202 with a source in processing and its job", async () => {
    const reply = await upload([{ name: "a.txt", bytes: "Some words." }]);
    expect(reply.status).toBe(202);
    const { sources } = (await reply.json()) as Added;
    expect(sources).toMatchObject([
      { title: "a", status: "processing", jobId: expect.any(String) },
    ]);
  });

  it("takes the same bytes for the same source and keeps them once", async () => {
    const first = (await (await upload([{ name: "b.txt", bytes: "Twice." }])).json()) as Added;
    const before = await stored();
    const second = (await (await upload([{ name: "c.txt", bytes: "Twice." }])).json()) as Added;
    expect(second.sources[0]).toMatchObject({
      id: first.sources[0]?.id,
      duplicateOf: first.sources[0]?.id,
    });
    expect(await stored()).toEqual(before);
  });

  it("keeps the good files and names the refused ones", async () => {
    const reply = await upload([
      { name: "good.txt", bytes: "Good words." },
      { name: "empty.txt", bytes: "" },
      { name: "large.txt", bytes: Buffer.alloc(1_200_000, "x") },
    ]);
    const { sources, refused } = (await reply.json()) as Added;
    expect(reply.status).toBe(202);
    expect(sources.map(({ title }) => title)).toEqual(["good"]);
    expect(refused).toMatchObject([
      { fileName: "empty.txt", reason: "source.empty" },
      { fileName: "large.txt", reason: "source.too_large" },
    ]);
  });

  it.each([
    ["../../evil.txt", "evil"],
    ["C:\\\\evil.txt", "evil"],
    ["%2e%2e%2fevil", "%2e%2e%2fevil"],
    ["invoice\u202Efdp.txt", "invoicefdp"],
    [".", "file"],
    [`${"n".repeat(4_000)}.txt`, "n".repeat(251)],
  ])("shows the name %s as %s and stores under its own", async (name, title) => {
    const bytes = `Words of ${title} ${name.length}`;
    const { sources } = (await (await upload([{ name, bytes }])).json()) as Added;
    expect(sources[0]?.title).toBe(title);
    const root = join(app.resources.env.DATA_DIR, "blobs");
    for (const path of await stored()) {
      expect(path.slice(root.length)).toMatch(/^\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
    }
  });

  it.each([
    ["an empty file", [{ name: "a.txt", bytes: "" }], 400, "source.empty"],
    [
      "a file beyond the limit",
      [{ name: "a.bin", bytes: Buffer.alloc(1_100_000, 1) }],
      413,
      "source.too_large",
    ],
    ["no file", [], 400, "upload.no_files"],
  ])("refuses %s and keeps nothing of it", async (_, parts, status, reason) => {
    const before = await stored();
    const reply = await upload(parts);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ error: { reason } });
    expect(await stored()).toEqual(before);
  });

  it.each(["application/json", "text/plain", "multipart/form-data"])(
    "refuses the type %s",
    async (type) => {
      const reply = await owner.send(`/api/twins/${twinId}/sources`, {
        method: "POST",
        headers: { "content-type": type },
        body: "{}",
      });
      expect(reply.status).toBe(415);
    },
  );

  it("that breaks off leaves nothing behind, and the process as it was", async () => {
    const before = await stored();
    const body = multipart([{ name: "cut.txt", bytes: Buffer.alloc(500_000, "x") }]);
    const client = open(`${app.url}/api/twins/${twinId}/sources`, {
      method: "POST",
      headers: {
        ...owner.headers,
        "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
        "content-length": 900_000,
      },
    });
    client.on("error", () => undefined);
    client.write(body.subarray(0, 300_000));
    await delay(200);
    client.destroy();
    await expect.poll(stored).toEqual(before);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe("the original of a source", () => {
  it.each([
    ["page.pdf", "<!DOCTYPE html><script>alert(1)</script>", "text/html"],
    ["a;b'c.md", "# Title", "text/markdown"],
    ["日本.txt", "文字", "text/plain"],
    ["tool.docx", "MZ\u0000\u0001", "application/octet-stream"],
  ])("%s is a download that no page can run", async (name, bytes, type) => {
    const { sources } = (await (await upload([{ name, bytes }])).json()) as Added;
    const reply = await owner.send(`/api/sources/${sources[0]?.id}/file`, {});
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe(bytes);
    expect(reply.headers.get("content-type")).toBe(type);
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("content-security-policy")).toContain("sandbox");
    const [, encoded = ""] = reply.headers.get("content-disposition")?.split("UTF-8''") ?? [];
    expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="/);
    expect(decodeURIComponent(encoded)).toBe(name);
  });

  it("is given in parts, and whole where the part asked for is of another version", async () => {
    const { sources } = (await (
      await upload([{ name: "digits.txt", bytes: "0123456789" }])
    ).json()) as Added;
    const get = (headers: Record<string, string>) =>
      owner.send(`/api/sources/${sources[0]?.id}/file`, { headers });
    const whole = await get({});
    expect(whole.headers.get("accept-ranges")).toBe("bytes");
    const etag = whole.headers.get("etag") ?? "";
    const part = await get({ range: "bytes=2-4", "if-range": etag });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 2-4/10");
    expect(await part.text()).toBe("234");
    expect(await (await get({ range: "bytes=-2" })).text()).toBe("89");
    const other = await get({ range: "bytes=2-4", "if-range": '"another"' });
    expect([other.status, await other.text()]).toEqual([200, "0123456789"]);
    const beyond = await get({ range: "bytes=10-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  it("is not given without a credential", async () => {
    const list = await resultOf<{ items: { id: string }[] }>(
      owner.query("source.list", { twinId }),
    );
    expect((await fetch(`${app.url}/api/sources/${list.items[0]?.id}/file`)).status).toBe(401);
    expect((await owner.send("/api/sources/nonsense/file", {})).status).toBe(400);
  });
});
