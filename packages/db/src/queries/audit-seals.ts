import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";
import type { AuditHead } from "./audit-events.ts";

/** Tenants with events that no chain holds yet; at most 200. */
export async function listUnsealedTenants(tx: DispatchTx): Promise<string[]> {
  const rows = await rowsOf<{ tenantId: string }>(
    tx,
    sql`select tenant_id as "tenantId" from resolve_unsealed_tenants()`,
  );
  return rows.map(({ tenantId }) => tenantId);
}

export interface Seals {
  tenantId: string;
  /** What the chain ended with when the hashes were made. */
  head: AuditHead;
  links: readonly { id: string; hash: Uint8Array }[];
}

/** False when the chain has grown meanwhile: the hashes are of no use then. */
export async function appendSeals(
  tx: DispatchTx,
  { tenantId, head, links }: Seals,
): Promise<boolean> {
  const ids = sql.join(
    links.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  const hashes = sql.join(
    links.map(({ hash }) => sql`${Buffer.from(hash).toString("hex")}`),
    sql`, `,
  );
  const [row] = await rowsOf<{ sealed: boolean }>(
    tx,
    sql`select seal_audit_events(${tenantId}::uuid, ${head.sequence.toString()}::bigint,
      ${Buffer.from(head.hash).toString("hex")}, array[${ids}], array[${hashes}]::text[]) as sealed`,
  );
  return row?.sealed ?? false;
}
