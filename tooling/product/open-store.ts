import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@understudy/db/client";
import { migrate } from "@understudy/db/migrate";
import { startOwnServer } from "../faults/own-server.ts";

export interface Store extends AsyncDisposable {
  /** What every process of the product on it is started with. */
  settings: Record<string, string>;
  /** The same database, migrated, for this process: on the embedded engine only while no other has it. */
  open(): Promise<Database>;
}

/** An empty database of the product on the engine that is named; nothing of it is left afterwards. */
export async function openStore(engine: string): Promise<Store> {
  if (engine === "server") return openServerStore();
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-store-"));
  return {
    settings: { DATA_DIR: dataDir },
    open: () => migrated(openDatabase({ kind: "embedded", dataDir: join(dataDir, "postgres") })),
    [Symbol.asyncDispose]: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function openServerStore(): Promise<Store> {
  const server = await startOwnServer();
  return {
    settings: server.settings,
    open: () => migrated(openDatabase({ kind: "server", url: server.url })),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function migrated(opening: Promise<Database>): Promise<Database> {
  const db = await opening;
  await migrate(db);
  return db;
}
