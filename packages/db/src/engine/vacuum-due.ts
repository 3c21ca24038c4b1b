import { setImmediate as nextTurn } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";

/**
 * The tables of which a tenth was written since they were last looked at, by a server's own rule (50 rows and a
 * share), and those that never were. What statements have counted is told about once a second: asked for first.
 */
const DUE = `
  select format('%I.%I', s.schemaname, s.relname) as name
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.n_mod_since_analyze > 50 + greatest(c.reltuples, 0) / 10
    or (c.reltuples < 0 and pg_relation_size(c.oid) > 0)
  order by name`;

/** Nothing else is done meanwhile: of a table of 100,000 rows 0.1 s, against 0.5 s with the usual 100. */
const STATISTICS_TARGET = 30;

/** As a server's autovacuum: without it the planner takes every table for empty, and no dead row is ever let go. */
export async function vacuumDue(pglite: PGlite): Promise<string[]> {
  await pglite.exec(`set default_statistics_target = ${STATISTICS_TARGET}`);
  await pglite.query("select pg_stat_force_next_flush()");
  const { rows } = await pglite.query<{ name: string }>(DUE);
  for (const { name } of rows) {
    for (const step of ["vacuum", "analyze"]) {
      await nextTurn();
      await pglite.exec(`${step} ${name}`);
    }
  }
  return rows.map(({ name }) => name);
}
