import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Database, openDatabase } from "@understudy/db/client";
import { DataDirInUse } from "@understudy/db/data-dir-in-use";
import { isUnavailable } from "@understudy/db/errors";
import { HistoryMismatch, migrate } from "@understudy/db/migrate";
import type { Environment } from "../env.ts";
import { StartRefused } from "../start-refused.ts";

interface Opening {
  dataDir: string;
  /** The database is closed with it. */
  stack: AsyncDisposableStack;
}

/** The database at the schema of this program. */
export async function openMigrated(env: Environment, opening: Opening): Promise<Database> {
  const db = await openUnmigrated(env, opening);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The database as it is. */
export async function openUnmigrated(
  env: Environment,
  { dataDir, stack }: Opening,
): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    const db = await openEngine(env, dataDir);
    stack.defer(() => db.close());
    return db;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The embedded database in the data directory, or the server that was named. */
function openEngine(env: Environment, dataDir: string): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl } = env;
  if (url) return openDatabase({ kind: "server", url, directUrl });
  return openDatabase({ kind: "embedded", dataDir: join(dataDir, "postgres") });
}

function asRefusal(error: unknown): unknown {
  if (error instanceof DataDirInUse || error instanceof HistoryMismatch) {
    return new StartRefused(`${error.message}.`, { cause: error });
  }
  if (!isUnavailable(error)) return error;
  return new StartRefused("The database that DATABASE_URL names does not answer.", {
    cause: error,
  });
}
