import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../client.ts";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { migrate } from "../migrate.ts";
import { templateKey } from "./template-key.ts";

/** Migrated once per machine and schema; every test file loads the copy. */
export async function createEmbeddedTestDatabase(): Promise<Database> {
  const path = join(tmpdir(), `understudy-test-${await templateKey()}.tar`);
  const template = (await readTemplate(path)) ?? (await makeTemplate(path));
  return openDatabase({ kind: "memory", from: template });
}

async function readTemplate(path: string): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(path)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function makeTemplate(path: string): Promise<Blob> {
  const db = await openDatabase({ kind: "memory" });
  await migrate(db);
  const dump = await engineOf(db).dump?.();
  await db.close();
  if (!dump) throw new Error("the embedded engine cannot be copied");
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, path);
  return dump;
}
