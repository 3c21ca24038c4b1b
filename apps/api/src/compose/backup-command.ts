import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeBackup } from "@understudy/core/backup/make-backup";
import { restoreBackup } from "@understudy/core/backup/restore-backup";
import { BackupRefused } from "@understudy/db/backup/backup-line";
import { openBlobs } from "../blobs/open-blobs.ts";
import type { Environment } from "../env.ts";
import { findKeptSecret } from "../secret.ts";
import { StartRefused } from "../start-refused.ts";
import { openUnmigrated } from "./open-engine.ts";

/** Writes a backup of the instance that these settings name. */
export async function runBackup(env: Environment, path: string): Promise<void> {
  if (existsSync(path)) throw new StartRefused(`There is a file ${path} already.`);
  await using stack = new AsyncDisposableStack();
  const dataDir = resolve(env.DATA_DIR);
  const db = await openUnmigrated(env, { dataDir, stack });
  const blobs = await openBlobs(env, dataDir);
  await makeBackup(path, { db, blobs, secret: await findKeptSecret(env) });
  console.log(
    `Everything is in ${path}. Keep it as you keep the data: whoever has it has all of it.`,
  );
}

/** Restores one into the empty instance that these settings name. */
export async function runRestore(env: Environment, path: string): Promise<void> {
  if (!existsSync(path)) throw new StartRefused(`There is no file ${path}.`);
  await using stack = new AsyncDisposableStack();
  const dataDir = resolve(env.DATA_DIR);
  const db = await openUnmigrated(env, { dataDir, stack });
  const blobs = await openBlobs(env, dataDir);
  try {
    const { createdAt, secret } = await restoreBackup(path, { db, blobs });
    if (secret && !env.APP_SECRET)
      await writeFile(join(dataDir, "secret"), secret, { mode: 0o600 });
    console.log(`Restored what was backed up at ${createdAt}.`);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    throw new StartRefused(`${path} cannot be restored here: ${error.message}.`, { cause: error });
  }
}
