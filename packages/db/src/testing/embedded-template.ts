import { randomUUID } from "node:crypto";
import { access, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../client.ts";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { migrate } from "../migrate.ts";
import { templateKey } from "./template-key.ts";

/** A copy of the template in memory. */
export async function createEmbeddedTestDatabase(): Promise<Database> {
  const template = new Blob([await readFile(await provideEmbeddedTemplate())]);
  return openDatabase({ kind: "memory", from: template });
}

/** Where the archive of a migrated database lies: made once per machine and schema, loaded by every test file. */
export async function provideEmbeddedTemplate(): Promise<string> {
  const path = join(tmpdir(), `understudy-test-${await templateKey()}.tar`);
  if (!(await isThere(path))) await makeTemplate(path);
  return path;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function makeTemplate(path: string): Promise<void> {
  const db = await openDatabase({ kind: "memory" });
  await migrate(db);
  const dump = await engineOf(db).dump?.();
  await db.close();
  if (!dump) throw new Error("the embedded engine cannot be copied");
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, path);
}
