import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import {
  type CheckBuilder,
  check,
  customType,
  type ExtraConfigColumn,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { newId } from "../new-id.ts";

/** The tenant of the transaction; null outside a tenant scope. */
const currentTenant = sql`nullif(current_setting('app.tenant_id', true), '')::uuid`;

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

export const id = () => uuid().primaryKey().$defaultFn(newId);

/** Filled by the database from the transaction's scope, so that no query can name another tenant by mistake. */
export const tenantId = () => uuid().notNull().default(currentTenant);
export const twinId = () => uuid().notNull();

/** Milliseconds, as JavaScript has them: a cursor made from a row finds the same row again. */
export const time = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
export const createdAt = () => time().notNull().defaultNow();
export const updatedAt = () =>
  time()
    .notNull()
    .defaultNow()
    .$onUpdate(() => sql`now()`);

/** Of an index, as `order by … desc` has it: with nulls last, no query would read it in its order. */
export const falling = (column: ExtraConfigColumn) => column.desc().nullsFirst();

export function oneOf(name: string, column: AnyColumn, values: readonly string[]): CheckBuilder {
  const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(name, sql`${column} in (${list})`);
}
