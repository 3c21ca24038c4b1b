import { desc, getTableColumns } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { auditEvents } from "../tables/audit-events.ts";
import { behind, type Position } from "./after.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(auditEvents);
export type AuditEventRow = Omit<typeof auditEvents.$inferSelect, "tenantId">;

type NewAuditEvent = Omit<
  typeof auditEvents.$inferInsert,
  "id" | "tenantId" | "sequence" | "previousHash" | "hash" | "createdAt"
>;

/** Unsealed, in the transaction of the change it records. Ids only. */
export async function insertAuditEvent(tx: TenantTx, event: NewAuditEvent): Promise<void> {
  await on(tx).insert(auditEvents).values(event);
}

export function listAuditEvents(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<AuditEventRow[]> {
  return on(tx)
    .select(shown)
    .from(auditEvents)
    .where(behind({ time: auditEvents.createdAt, id: auditEvents.id }, after))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(limit);
}
