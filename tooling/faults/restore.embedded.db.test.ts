import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileCacheDir, rootDir } from "../bootstrap/paths.js";
import { makeDataDir } from "../product/data-dir.ts";
import { openSession, type Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { startProcess } from "../product/start-process.ts";
import { getSource, longText, upload } from "../product/teach.ts";

const patience = { timeout: 60_000, interval: 50 };
const QUESTION = "What does the night of the lighthouse keeper say?";

/** Everything of an instance, moved to an empty machine by one file. */
describe("a restore drill", () => {
  const folder = mkdtempSync(join(tmpdir(), "understudy-restore-"));
  const file = join(folder, "backup.gz");
  const after = join(folder, "after");
  let before: string;
  let headers: Session["headers"];
  let known: Known;
  let ids: { twinId: string; sourceId: string };

  afterAll(() => {
    for (const made of [folder, before]) rmSync(made, { recursive: true, force: true });
  });

  test("one file holds all of an instance, and is not written over", async () => {
    before = await makeDataDir();
    const product = await startProcess("all", { DATA_DIR: before });
    const session = await signUp(product.url);
    const twin = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" });
    const source = await upload(session, twin.id, longText("the lighthouse keeper", 200));
    ids = { twinId: twin.id, sourceId: source.id };
    const status = async () => (await getSource(session, source)).status;
    await expect.poll(status, patience).toBe("live");
    known = await look(session, ids);
    ({ headers } = session);
    await product.stop();
    expect(command("backup", before)).toMatchObject({ status: 0 });
    expect(command("backup", before).stderr).toContain("There is a file");
  });

  test("an empty machine has the same accounts, sessions, files, passages and answers", async () => {
    expect(command("restore", after)).toMatchObject({ status: 0 });
    expect(command("restore", after).stderr).toContain("there are accounts in this database");
    const product = await startProcess("all", { DATA_DIR: after });
    const session = openSession(product.url, { ...headers, origin: product.url });
    expect(await look(session, ids)).toEqual(known);
    await product.stop();
  });

  function command(word: "backup" | "restore", dataDir: string) {
    const program = ["apps/api/src/main.ts", word, file];
    const env = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compileCacheDir,
      DATA_DIR: dataDir,
    };
    return spawnSync(process.execPath, program, { cwd: rootDir, env, encoding: "utf8" });
  }
});

interface Known {
  bytes: string;
  found: string[];
  tenants: unknown;
}

async function look(
  session: Session,
  { twinId, sourceId }: { twinId: string; sourceId: string },
): Promise<Known> {
  const reply = await fetch(`${session.url}/api/sources/${sourceId}/file`, {
    headers: session.headers,
  });
  const query = { twinId, query: QUESTION };
  const { passages } = await session.query<{ passages: { chunkId: string; text: string }[] }>(
    "knowledge.search",
    query,
  );
  return {
    bytes: Buffer.from(await reply.arrayBuffer()).toString("base64"),
    found: passages.map(({ chunkId, text }) => `${chunkId} ${text}`),
    tenants: await session.query("tenant.list", {}),
  };
}
