import type { OwnerSql } from "../engine/engine.ts";
import { quoteName } from "./quote-name.ts";

/** Tables refer to each other in circles, so references are judged when all rows are back. */
export async function deferChecks(sql: OwnerSql, work: () => Promise<void>): Promise<void> {
  const keys = await sql.rows<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`,
  );
  const alter = (how: string) =>
    keys
      .map(({ table, name }) => `alter table ${table} alter constraint ${quoteName(name)} ${how};`)
      .join("\n");
  await sql.run(alter("deferrable initially deferred"));
  await work();
  await sql.run("set constraints all immediate");
  await sql.run(alter("not deferrable"));
}
