import type { Database } from "../database.ts";
import type { OwnerSql } from "../engine/engine.ts";
import { engineOf } from "../engine/registry.ts";
import type { Applied } from "../migrations/history.ts";
import { listNames, quoteName } from "../migrations/quote-name.ts";
import { readCatalog, type TableShape } from "../migrations/read-catalog.ts";
import type { BackupLine, WrittenRow } from "./backup-line.ts";

/** What says only how things are going now; and what is derived from the rest. */
const PASSING = /^(workers|rate_limits|rate_counters|vectors_\d+_[0-9a-f]+)$/;
const ROWS_PER_LINE = 200;

/**
 * Gives every row of every table as it was at one moment, whatever is written meanwhile. On the
 * embedded engine nothing else is done until it ends.
 */
export async function dumpRows(
  db: Database,
  write: (line: BackupLine) => Promise<void>,
): Promise<void> {
  await engineOf(db).ownerTransaction(async (sql) => {
    await sql.run(`
      set transaction isolation level repeatable read, read only;
      set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0;
      set local timezone = 'UTC';
      set local extra_float_digits = 1;`);
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const steps = await sql.rows<Applied>(
      "select name, checksum from understudy_migrations.steps order by name",
    );
    await write({
      what: "history",
      steps: steps.map(({ name, checksum }) => ({ name, checksum })),
    });
    for (const [table, shape] of await readCatalog(sql, "public")) {
      if (!PASSING.test(table)) await dumpTable(sql, { table, shape, write });
    }
  });
}

interface Dumping {
  table: string;
  shape: TableShape;
  write: (line: BackupLine) => Promise<void>;
}

async function dumpTable(sql: OwnerSql, { table, shape, write }: Dumping): Promise<void> {
  const columns = [...shape.columns.keys()];
  await write({ what: "table", table, columns });
  const values = columns.map((name) => `${quoteName(name)}::text`).join(", ");
  const order = shape.primaryKey.length > 0 ? `order by ${listNames(shape.primaryKey)}` : "";
  await sql.run(`declare dumped no scroll cursor for
    select to_json(array[${values}]) as row from ${quoteName(table)} ${order}`);
  for (;;) {
    const rows = await sql.rows<{ row: WrittenRow }>(`fetch ${ROWS_PER_LINE} from dumped`);
    if (rows.length === 0) break;
    await write({ what: "rows", rows: rows.map(({ row }) => row) });
  }
  await sql.run("close dumped");
}
