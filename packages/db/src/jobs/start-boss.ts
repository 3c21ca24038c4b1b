import { PgBoss } from "pg-boss";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { QUEUE_SCHEMA } from "./queue-name.ts";

interface BossOptions {
  /** True only while migrating. */
  migrate: boolean;
  onError: (error: unknown) => void;
}

/** pg-boss on this database, as its owner; on a server it opens a small pool of its own. */
export async function startBoss(db: Database, { migrate, onError }: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    ...engineOf(db).queueOptions(),
    schema: QUEUE_SCHEMA,
    migrate,
    supervise: !migrate,
    schedule: false,
  });
  boss.on("error", onError);
  return boss.start();
}
