import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { AuthTx } from "../scope.ts";
import { accounts, rateLimits, sessions, users, verifications } from "../tables/users.ts";

const TABLES = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  rateLimit: rateLimits,
} as const satisfies Record<string, PgTable>;

export type AuthModel = keyof typeof TABLES;
type AuthRecord = Record<string, unknown>;

/** What `packages/auth` gives better-auth for storage. One condition in its words; `connector` joins it to those before. */
export interface AuthCondition {
  field: string;
  value: unknown;
  operator: string;
  connector: "AND" | "OR";
}

export async function insertAuthRecord(
  tx: AuthTx,
  model: AuthModel,
  values: AuthRecord,
): Promise<AuthRecord> {
  const [row] = await on(tx).insert(tableOf(model)).values(values).returning();
  if (!row) throw new Error(`inserting a ${model} gave no row`);
  return row;
}

export interface AuthSelection {
  where: readonly AuthCondition[];
  limit?: number | undefined;
  offset?: number | undefined;
  sortBy?: { field: string; direction: "asc" | "desc" } | undefined;
}

export async function findAuthRecords(
  tx: AuthTx,
  model: AuthModel,
  { where, limit = 100, offset = 0, sortBy }: AuthSelection,
): Promise<AuthRecord[]> {
  const order = sortBy && (sortBy.direction === "asc" ? asc : desc)(columnOf(model, sortBy.field));
  return on(tx)
    .select()
    .from(tableOf(model))
    .where(matching(model, where))
    .orderBy(...(order ? [order] : []))
    .limit(limit)
    .offset(offset);
}

export async function updateAuthRecords(
  tx: AuthTx,
  model: AuthModel,
  { where, values }: { where: readonly AuthCondition[]; values: AuthRecord },
): Promise<AuthRecord[]> {
  return on(tx).update(tableOf(model)).set(values).where(matching(model, where)).returning();
}

/** Adds to counters of one record that still matches, in one statement. */
export async function incrementAuthRecord(
  tx: AuthTx,
  model: AuthModel,
  change: { where: readonly AuthCondition[]; increment: Record<string, number>; set: AuthRecord },
): Promise<AuthRecord | undefined> {
  const sums = Object.entries(change.increment).map(([field, by]) => [
    field,
    sql`${columnOf(model, field)} + ${by}`,
  ]);
  const values = { ...change.set, ...Object.fromEntries(sums) };
  const [row] = await updateAuthRecords(tx, model, { where: change.where, values });
  return row;
}

export async function deleteAuthRecords(
  tx: AuthTx,
  model: AuthModel,
  where: readonly AuthCondition[],
): Promise<AuthRecord[]> {
  return on(tx).delete(tableOf(model)).where(matching(model, where)).returning();
}

export async function countAuthRecords(
  tx: AuthTx,
  model: AuthModel,
  where: readonly AuthCondition[],
): Promise<number> {
  const rows = await on(tx)
    .select({ total: count() })
    .from(tableOf(model))
    .where(matching(model, where));
  return rows[0]?.total ?? 0;
}

function tableOf(model: AuthModel): PgTable {
  return TABLES[model];
}

function columnOf(model: AuthModel, field: string): AnyPgColumn {
  const columns: Record<string, AnyPgColumn> = getTableColumns(tableOf(model));
  const column = columns[field];
  if (!column) throw new Error(`a ${model} has no ${field}`);
  return column;
}

function matching(model: AuthModel, where: readonly AuthCondition[]): SQL | undefined {
  return where.reduce<SQL | undefined>((joined, condition) => {
    const next = compare(columnOf(model, condition.field), condition);
    return condition.connector === "OR" ? or(joined, next) : and(joined, next);
  }, undefined);
}

function compare(column: AnyPgColumn, { operator, value }: AuthCondition): SQL {
  if (value === null) return operator === "ne" ? isNotNull(column) : isNull(column);
  switch (operator) {
    case "eq":
      return eq(column, value);
    case "ne":
      return ne(column, value);
    case "lt":
      return lt(column, value);
    case "lte":
      return lte(column, value);
    case "gt":
      return gt(column, value);
    case "gte":
      return gte(column, value);
    case "in":
      return inArray(column, value as unknown[]);
    case "not_in":
      return notInArray(column, value as unknown[]);
    case "contains":
      return ilike(column, `%${escapeLike(value)}%`);
    default:
      throw new Error(`no comparison by ${operator}`);
  }
}

function escapeLike(value: unknown): string {
  return String(value).replace(/[\\%_]/g, "\\$&");
}
