import type { Database } from "./database.ts";
import type { Engine } from "./engine/engine.ts";
import { type EmbeddedOptions, openEmbedded } from "./engine/open-embedded.ts";
import { openServer, type ServerOptions } from "./engine/open-server.ts";
import { registerEngine } from "./engine/registry.ts";

export type { Database };

export type DatabaseOptions =
  | { kind: "embedded"; dataDir: string }
  | ({ kind: "memory" } & Pick<EmbeddedOptions, "from">)
  | ({ kind: "server" } & ServerOptions);

/**
 * Opens the embedded database in a folder (DataDirInUse when another process has it), one in memory,
 * or a server. Nothing is migrated here.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = await openEngine(options);
  const db: Database = {
    kind: engine.kind,
    ping: () => engine.ownerTransaction(async (sql) => void (await sql.rows("select 1"))),
    longestWaitMs: () => engine.longestWaitMs(),
    listen: (channel, onPayload, onGap = () => {}) => engine.listen(channel, onPayload, onGap),
    close: () => engine.close(),
  };
  registerEngine(db, engine);
  return db;
}

function openEngine(options: DatabaseOptions): Promise<Engine> {
  switch (options.kind) {
    case "embedded":
      return openEmbedded({ dataDir: options.dataDir });
    case "memory":
      return openEmbedded({ from: options.from });
    case "server":
      return openServer(options);
  }
}
