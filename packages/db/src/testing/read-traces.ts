import type { Database } from "../database.ts";
import type { OwnerSql } from "../engine/engine.ts";
import { engineOf } from "../engine/registry.ts";
import { readTables } from "./read-tables.ts";

const FROZEN = ["id", "tenant_id", "twin_id", "created_at", "user_id", "actor_id"];

export interface FrozenRow {
  /** The table and the row's id. */
  key: string;
  values: string;
}

/** Of every row of a tenant what no one may change once it is there. */
export function frozenRows(db: Database, tenantId: string): Promise<FrozenRow[]> {
  return asOwner(db, async (sql) => {
    const tables = (await readTables(sql)).filter(({ columns }) => {
      const names = columns.map(({ name }) => name);
      return names.includes("tenant_id") && names.includes("id");
    });
    const each = tables.map(({ name, columns }) => {
      const kept = columns.map((column) => column.name).filter((column) => FROZEN.includes(column));
      return `select '${name} ' || id as key, concat_ws(' ', ${kept.join(", ")}) as values
        from ${name} where tenant_id = $1`;
    });
    return sql.rows<FrozenRow>(`${each.join(" union all ")} order by key`, [tenantId]);
  });
}

/** The correlation ids of what is in a tenant's audit log as allowed. */
export function listAudited(db: Database, tenantId: string): Promise<Set<string>> {
  return asOwner(db, async (sql) => {
    const rows = await sql.rows<{ id: string }>(
      `select distinct correlation_id as id from audit_events
       where tenant_id = $1 and outcome = 'allowed'`,
      [tenantId],
    );
    return new Set(rows.map(({ id }) => id));
  });
}

/** Every row of every table, the queue's included, as one text. */
export function readAllText(db: Database): Promise<string> {
  return asOwner(db, async (sql) => {
    const tables = await sql.rows<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
         join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'pgboss')`,
    );
    const texts = [];
    for (const { name } of tables) {
      const [row] = await sql.rows<{ text: string | null }>(
        `select string_agg(t::text, ' ') as text from ${name} t`,
      );
      texts.push(row?.text ?? "");
    }
    return texts.join("\n");
  });
}

function asOwner<Result>(db: Database, work: (sql: OwnerSql) => Promise<Result>): Promise<Result> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    return work(sql);
  });
}
