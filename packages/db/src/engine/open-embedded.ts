import { setImmediate as nextTurn } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { drizzle } from "drizzle-orm/pglite";
import { createWaits } from "./create-waits.ts";
import type { Engine, Sql } from "./engine.ts";
import { lockDataDir } from "./lock-data-dir.ts";
import { NO_DISK_TURNS } from "./no-disk-turns.ts";
import { queueOf, readTimesAsText } from "./times-as-text.ts";
import { vacuumDue } from "./vacuum-due.ts";

export interface EmbeddedOptions {
  /** Absent: in memory, and gone with the process. */
  dataDir?: string;
  /** A data directory as `dumpDataDir` gave it. */
  from?: Blob;
}

/** PostgreSQL inside this process. It has no lock of its own: two processes in one directory destroy it. */
export async function openEmbedded({ dataDir, from }: EmbeddedOptions): Promise<Engine> {
  const lock = dataDir === undefined ? null : await lockDataDir(dataDir);
  try {
    const pglite = await PGlite.create({
      ...(dataDir !== undefined && { dataDir }),
      ...(from && { loadDataDir: from }),
      extensions: { vector },
    });
    return wrap(pglite, dataDir === undefined ? "memory" : "embedded", async () => {
      await pglite.close();
      await lock?.release();
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function wrap(pglite: PGlite, kind: "embedded" | "memory", close: () => Promise<void>): Engine {
  const sql = drizzle(readTimesAsText(pglite), { casing: "snake_case" });
  const waits = createWaits();
  return {
    kind,
    limits: NO_DISK_TURNS,
    notifies: async () => true,
    // PGlite settles without a turn of the event loop: work after work would let no request, stream or
    // timer of this process through until all of it is done.
    transaction: async (work) => {
      const begun = waits.begin();
      await nextTurn();
      return sql
        .transaction((tx) => {
          begun();
          return work(tx as unknown as Sql);
        })
        .finally(begun);
    },
    longestWaitMs: waits.longestMs,
    ownerTransaction: (work) =>
      pglite.transaction((tx) =>
        work({
          run: async (script) => void (await tx.exec(script)),
          rows: async <Row>(query: string, parameters?: unknown[]) =>
            (await tx.query<Row>(query, parameters)).rows,
        }),
      ),
    listen: (channel, onPayload) => pglite.listen(channel, onPayload),
    queueOptions: () => ({ db: queueOf(pglite), backend: "pglite" }),
    dump: () => pglite.dumpDataDir("none"),
    settle: () => vacuumDue(pglite),
    close,
  };
}
