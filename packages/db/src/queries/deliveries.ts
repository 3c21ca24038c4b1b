import { and, desc, eq, getTableColumns, inArray, lt, sql } from "drizzle-orm";
import type { DeliveryStatus } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { deliveries, webhooks } from "../tables/webhooks.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(deliveries);
export type DeliveryRow = Omit<typeof deliveries.$inferSelect, "tenantId">;

export interface Happened {
  eventId: string;
  type: string;
  twinId: string | null;
  body: string;
}

/** The webhooks that are on and want it, and the time of the transaction. */
export async function listWebhooksFor(
  tx: TenantTx,
  { type, twinId }: Pick<Happened, "type" | "twinId">,
): Promise<{ webhookIds: string[]; at: Date }> {
  const rows = await rowsOf<{ id: string; at_ms: number | string }>(
    tx,
    sql`select id, floor(extract(epoch from now()) * 1000) as at_ms from ${webhooks}
      where is_on and events ? ${type}::text
        and (twin_ids is null or ${twinId}::uuid = any (twin_ids))
      order by id`,
  );
  return { webhookIds: rows.map(({ id }) => id), at: new Date(Number(rows[0]?.at_ms ?? 0)) };
}

/** Gives the deliveries' ids. */
export async function insertDeliveries(
  tx: TenantTx,
  webhookIds: readonly string[],
  happened: Happened,
): Promise<string[]> {
  const rows = webhookIds.map((webhookId) => ({
    ...happened,
    id: newId(),
    webhookId,
    nextAttemptAt: sql`now()`,
  }));
  await on(tx).insert(deliveries).values(rows);
  return rows.map(({ id }) => id);
}

export async function findDelivery(
  tx: TenantTx,
  deliveryId: string,
): Promise<DeliveryRow | undefined> {
  const [row] = await on(tx).select(shown).from(deliveries).where(eq(deliveries.id, deliveryId));
  return row;
}

export function listDeliveries(
  tx: TenantTx,
  filter: { webhookId: string; status?: DeliveryStatus; after: Position | null; limit: number },
): Promise<DeliveryRow[]> {
  const { webhookId, status, after, limit } = filter;
  return on(tx)
    .select(shown)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, webhookId),
        status && eq(deliveries.status, status),
        behind({ time: deliveries.createdAt, id: deliveries.id }, after),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);
}

/** Again, from the beginning of its attempts; those that were made stay told. */
export async function reviveDelivery(tx: TenantTx, deliveryId: string): Promise<DeliveryRow> {
  const again = { status: "waiting", nextAttemptAt: sql`now()`, endedAt: null } as const;
  return one(
    await on(tx)
      .update(deliveries)
      .set(again)
      .where(eq(deliveries.id, deliveryId))
      .returning(shown),
  );
}

export interface DeliveryOutcome {
  status: DeliveryStatus;
  attempt: object | null;
  responseStatus?: number | null;
  responseText?: string | null;
  /** Null: it has ended. */
  retryAfterSeconds: number | null;
}

export async function saveOutcome(
  tx: TenantTx,
  deliveryId: string,
  { attempt, retryAfterSeconds, ...outcome }: DeliveryOutcome,
): Promise<void> {
  const isOver = retryAfterSeconds === null;
  await on(tx)
    .update(deliveries)
    .set({
      ...outcome,
      ...(attempt && {
        attempts: sql`${deliveries.attempts} || ${JSON.stringify([attempt])}::text::jsonb`,
      }),
      nextAttemptAt: isOver ? null : sql`now() + make_interval(secs => ${retryAfterSeconds})`,
      endedAt: isOver ? sql`now()` : null,
    })
    .where(eq(deliveries.id, deliveryId));
}

/** Some of those older than that, with the jobs that delivered them; gives how many went. */
export async function pruneDeliveries(
  tx: TenantTx,
  { olderThanDays, limit }: { olderThanDays: number; limit: number },
): Promise<number> {
  const old = await on(tx)
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(lt(deliveries.createdAt, sql`now() - make_interval(days => ${olderThanDays})`))
    .limit(limit);
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await on(tx)
    .delete(jobs)
    .where(and(inArray(jobs.subjectId, ids), eq(jobs.kind, "webhook")));
  await on(tx).delete(deliveries).where(inArray(deliveries.id, ids));
  return ids.length;
}
