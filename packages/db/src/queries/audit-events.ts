import { and, asc, desc, eq, getTableColumns, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
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

export interface AuditFilter {
  eventId?: string | undefined;
  action?: string | undefined;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  outcome?: AuditEventRow["outcome"] | undefined;
  /** ISO times: from this one on, and before that one. */
  from?: string | undefined;
  until?: string | undefined;
}

/** Newest first. */
export function listAuditEvents(
  tx: TenantTx,
  { after, limit, ...filter }: AuditFilter & { after?: Position | null; limit: number },
): Promise<AuditEventRow[]> {
  const { eventId, action, actorId, subjectId, outcome, from, until } = filter;
  return on(tx)
    .select(shown)
    .from(auditEvents)
    .where(
      and(
        eventId === undefined ? undefined : eq(auditEvents.id, eventId),
        action === undefined ? undefined : eq(auditEvents.action, action),
        actorId === undefined ? undefined : eq(auditEvents.actorId, actorId),
        subjectId === undefined ? undefined : eq(auditEvents.subjectId, subjectId),
        outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
        from === undefined ? undefined : gte(auditEvents.createdAt, new Date(from)),
        until === undefined ? undefined : lt(auditEvents.createdAt, new Date(until)),
        behind({ time: auditEvents.createdAt, id: auditEvents.id }, after),
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(limit);
}

export interface SealedEvent extends AuditEventRow {
  sequence: bigint;
  previousHash: Uint8Array;
  hash: Uint8Array;
}

/** The chain in its order, behind a place in it. */
export async function listSealedEvents(
  tx: TenantTx,
  { behind: sequence, limit }: { behind: bigint; limit: number },
): Promise<SealedEvent[]> {
  const rows = await on(tx)
    .select(shown)
    .from(auditEvents)
    .where(sql`${auditEvents.sequence} > ${sequence.toString()}::bigint`)
    .orderBy(asc(auditEvents.sequence))
    .limit(limit);
  return rows as SealedEvent[];
}

export interface AuditHead {
  sequence: bigint;
  hash: Uint8Array;
}

/** The last link of the chain, or the one at a place in it. */
export async function findAuditHead(tx: TenantTx, at?: bigint): Promise<AuditHead | undefined> {
  const place =
    at === undefined ? undefined : sql`${auditEvents.sequence} = ${at.toString()}::bigint`;
  const [row] = await on(tx)
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .where(and(isNotNull(auditEvents.sequence), place))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return row as AuditHead | undefined;
}

/** In the order in which they happened, as far as ids tell. */
export function listUnsealedEvents(tx: TenantTx, limit: number): Promise<AuditEventRow[]> {
  return on(tx)
    .select(shown)
    .from(auditEvents)
    .where(isNull(auditEvents.sequence))
    .orderBy(asc(auditEvents.id))
    .limit(limit);
}

export async function countUnsealedEvents(tx: TenantTx): Promise<number> {
  return on(tx).$count(auditEvents, isNull(auditEvents.sequence));
}
