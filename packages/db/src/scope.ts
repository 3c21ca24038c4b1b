import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import type { Engine, Sql } from "./engine/engine.ts";
import { engineOf } from "./engine/registry.ts";
import { assertNoTransaction, insideTransaction } from "./transaction-guard.ts";

declare const scope: unique symbol;

/** A transaction of one scope; only the queries of this package can look inside. */
interface ScopeTx<Name extends string> {
  readonly [scope]: Name;
}

/** Sees and writes the rows of one tenant. */
export type TenantTx = ScopeTx<"tenant">;
/** Sign-in: accounts and sessions, and which tenants an account belongs to. */
export type AuthTx = ScopeTx<"auth">;
/** Finds ids by what a caller shows before the tenant is known. */
export type ResolverTx = ScopeTx<"resolver">;
/** Due work of all tenants: when and whether, never what. */
export type DispatchTx = ScopeTx<"dispatch">;

export interface TenantScope {
  tenantId: string;
  /** Absent or null: every twin of the tenant. An empty list: none. */
  twinIds?: string[] | null;
  /** Present: of conversations, only this visitor's own. */
  visitorId?: string | null;
}

/** Runs `work` in a transaction in which the database itself shows one tenant and nothing else. */
export function inTenant<T>(
  db: Database,
  { tenantId, twinIds = null, visitorId = null }: TenantScope,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const twins = twinIds === null ? "" : `{${twinIds.join(",")}}`;
  const within = sql`, set_config('app.tenant_id', ${tenantId}, true),
    set_config('app.twin_ids', ${twins}, true), set_config('app.visitor_id', ${visitorId ?? ""}, true)`;
  const entry = { name: "tenant", role: "understudy_app", within } as const;
  return enter(engineOf(db), entry, (tx) => work(tx as unknown as TenantTx));
}

/**
 * Goes on, inside the transaction that signs someone up, as the tenant it has made. A failure ends
 * the transaction, and its scope with it.
 */
export async function asTenant<T>(
  tx: AuthTx,
  tenantId: string,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const result = await becomeTenant(tx, tenantId, work);
  await setRole(tx as unknown as Sql, "understudy_auth", "");
  return result;
}

/** Ends a transaction as one tenant, or as one after the other: what follows is none of dispatch's. */
export async function becomeTenant<T>(
  tx: AuthTx | DispatchTx,
  tenantId: string,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const became = setRole(tx as unknown as Sql, "understudy_app", tenantId);
  const [result] = await Promise.all([work(tx as unknown as TenantTx), became]);
  return result;
}

/** Sent ahead of what follows, as in `enter`. */
const setRole = (tx: Sql, role: string, tenant: string) =>
  tx
    .execute(
      sql`select set_config('role', ${role}, true), set_config('app.tenant_id', ${tenant}, true)`,
    )
    .then(() => undefined);

export function inAuth<T>(db: Database, work: (tx: AuthTx) => Promise<T>): Promise<T> {
  const entry = { name: "auth", role: "understudy_auth" } as const;
  return enter(engineOf(db), entry, (tx) => work(tx as unknown as AuthTx));
}

export function inResolver<T>(db: Database, work: (tx: ResolverTx) => Promise<T>): Promise<T> {
  const entry = { name: "resolver", role: "understudy_resolver" } as const;
  return enter(engineOf(db), entry, (tx) => work(tx as unknown as ResolverTx));
}

export function inDispatch<T>(db: Database, work: (tx: DispatchTx) => Promise<T>): Promise<T> {
  const entry = { name: "dispatch", role: "understudy_dispatch" } as const;
  return enter(engineOf(db), entry, (tx) => work(tx as unknown as DispatchTx));
}

interface Entry {
  name: string;
  role: `understudy_${string}`;
  /** Further settings, of whom the transaction is. */
  within?: SQL;
}

/**
 * One statement sets role, context and limits for this transaction only. It is sent ahead of the first
 * one of `work`, in the same round trip: a connection runs them in order, and when it fails, nothing
 * behind it runs.
 */
async function enter<T>(
  engine: Engine,
  { name, role, within = sql`` }: Entry,
  work: (tx: Sql) => Promise<T>,
): Promise<T> {
  assertNoTransaction(`a transaction of the ${name} scope`);
  const fixed = Object.entries({ ...engine.limits, role })
    .map(([setting, value]) => `set_config('${setting}', '${value}', true)`)
    .join(", ");
  return engine.transaction((tx) =>
    insideTransaction(name, async () => {
      const entered = tx.execute(sql`select ${sql.raw(fixed)}${within}`).then(() => undefined);
      const [result] = await Promise.all([work(tx), entered]);
      return result;
    }),
  );
}
