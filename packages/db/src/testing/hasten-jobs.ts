import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

const SOON = "status = 'queued' and due_at < now() + interval '1 hour'";

/** Makes what the program has put off for some seconds due now; says whether anything is left to run. */
export function hastenJobs(db: Database): Promise<boolean> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(`update jobs set due_at = now() where ${SOON} and due_at > now()`);
    const left = await sql.rows(`select 1 from jobs where status = 'running' or (${SOON}) limit 1`);
    return left.length > 0;
  });
}
