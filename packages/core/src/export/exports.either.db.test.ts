import { fillTables, type Rows } from "@understudy/db/testing/fill-tables";
import { nameEverywhere, readTenantRows } from "@understudy/db/testing/rows-of-tenant";
import { tamper } from "@understudy/db/testing/tamper";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { exportTenant, exportTwin, exportVisitor } from "./export-subjects.ts";
import { linkExport, listExports, openExport } from "./exports.ts";
import { readZip } from "./testing/read-zip.ts";

let world: TestWorld;
let mine: { tenant: TestTenant; tenantId: string; rows: Rows };
let theirs: { tenant: TestTenant; tenantId: string };

async function fill() {
  const { tenantId, rows } = await fillTables(world.db);
  await nameEverywhere(world.db, rows);
  await world.ports.blobs.put(
    String(rows.get("source_versions")?.blob_key),
    new TextEncoder().encode(`original of ${tenantId}`),
  );
  const userId = String(rows.get("memberships")?.user_id);
  return { tenantId, rows, tenant: world.tenantOf({ tenantId, userId }) };
}

beforeAll(async () => {
  world = await openTestWorld();
  [mine, theirs] = [await fill(), await fill()];
  await tamper(
    world.db,
    "update twins set deleted_at = null; update source_versions set reclaimed_at = null",
  );
});
afterAll(() => world[Symbol.asyncDispose]());

const idOf = (table: string) => String(mine.rows.get(table)?.id);

/** Has the file written, fetches it by its link, and reads what is in it. */
async function fetchWritten({ id: exportId }: { id: string }) {
  const owner = mine.tenant.as("owner");
  await world.runJobs(mine.tenant, "export");
  const { url } = await linkExport.run(owner, { exportId });
  const asked = new URL(url, "https://studio.example").searchParams;
  const [until, key] = [Number(asked.get("until")), String(asked.get("key"))];
  const { blobKey, byteSize } = await openExport.run(owner, { exportId, until, key });
  const bytes = await world.ports.blobs.read(blobKey);
  expect(bytes.length).toBe(byteSize);
  return { files: await readZip(bytes), exportId, until, key };
}

const canariesOf = (texts: Iterable<string>) =>
  new Set([...texts].flatMap((text) => text.match(/canary-[\w-]{12}/g) ?? []));

test("a workspace leaves with every row and file of its own, without what opens anything, and for itself only", async () => {
  const { files, exportId, until, key } = await fetchWritten(
    await exportTenant.run(mine.tenant.as("owner"), {}),
  );
  const written = canariesOf(files.values());
  const kept = await readTenantRows(world.db, mine.tenantId);
  for (const [table, rows] of kept) {
    if (["message_events", "usage_reservations", "embedding_cache"].includes(table)) continue;
    const lines = files.get(`rows/${table}.jsonl`)?.trim().split("\n") ?? [];
    if (!/^(chunk_embeddings|message_words|source_segments)$/.test(table)) {
      expect(lines.length, table).toBeGreaterThanOrEqual(rows.length - 1);
    }
  }
  expect(written.size).toBeGreaterThan(40);
  const others = canariesOf([...(await readTenantRows(world.db, theirs.tenantId)).values()].flat());
  expect([...written].filter((canary) => others.has(canary))).toEqual([]);
  const secrets = ["share_links.password_hash", "twin_verification.token"].map((name) => {
    const [table = "", column = ""] = name.split(".");
    return String(mine.rows.get(table)?.[column]);
  });
  for (const secret of secrets) expect(written.has(secret)).toBe(false);
  const originals = [...files].filter(([path]) => path.startsWith("files/"));
  expect(originals.map(([, text]) => text)).toEqual([`original of ${mine.tenantId}`]);

  const asked = { exportId, until, key };
  const stranger = openExport.run(theirs.tenant.as("owner"), asked);
  await expect(stranger).rejects.toMatchObject({ reason: "export.not_found" });
  const late = openExport.run(mine.tenant.as("owner"), { ...asked, until: until + 1 });
  await expect(late).rejects.toMatchObject({ reason: "export.link_over" });
  const admin = linkExport.run(mine.tenant.as("admin"), { exportId });
  await expect(admin).rejects.toMatchObject({ reason: "permission.missing" });
});

test("a visitor gets what names them, and not how the twin thinks; a twin what is its own", async () => {
  const owner = mine.tenant.as("owner");
  const { files } = await fetchWritten(
    await exportVisitor.run(owner, { visitorId: idOf("visitors") }),
  );
  expect(files.get("rows/visitors.jsonl")).toContain(String(mine.rows.get("visitors")?.email));
  expect(files.get("rows/messages.jsonl")).toContain(idOf("messages"));
  expect(files.get("rows/messages.jsonl")).not.toContain('"trace"');
  expect(files.get("rows/sources.jsonl")).toBe("");
  expect([...files.keys()].some((path) => /files\/|audit|jobs/.test(path))).toBe(false);

  const twin = await fetchWritten(await exportTwin.run(owner, { twinId: idOf("twins") }));
  expect(twin.files.get("rows/twins.jsonl")).toContain(idOf("twins"));
  expect(twin.files.has("rows/memberships.jsonl")).toBe(false);
});

test("a file goes a day later with its row, and no self-check takes it for lost until then", async () => {
  const owner = mine.tenant.as("owner");
  const { items } = await listExports.run(owner, { limit: 10 });
  expect(items.map(({ status }) => status)).toContain("ready");
  const before = world.ports.blobs.keys.length;
  await world.runJobs(mine.tenant, "retention");
  const left = await listExports.run(owner, { limit: 10 });
  expect(left.items.filter(({ status }) => status === "ready")).toEqual([]);
  expect(world.ports.blobs.keys.length).toBe(before - 3);
});
