import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { webhooks } from "../tables/webhooks.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(webhooks);
export type WebhookRow = Omit<typeof webhooks.$inferSelect, "tenantId">;
export type NewWebhook = Pick<WebhookRow, "name" | "url" | "events" | "twinIds" | "secret">;

export async function insertWebhook(tx: TenantTx, values: NewWebhook): Promise<WebhookRow> {
  return one(await on(tx).insert(webhooks).values(values).returning(shown));
}

export async function findWebhook(
  tx: TenantTx,
  webhookId: string,
): Promise<WebhookRow | undefined> {
  const [row] = await on(tx).select(shown).from(webhooks).where(eq(webhooks.id, webhookId));
  return row;
}

export function listWebhooks(
  tx: TenantTx,
  { after, limit }: { after: Position | null; limit: number },
): Promise<WebhookRow[]> {
  return on(tx)
    .select(shown)
    .from(webhooks)
    .where(behind({ time: webhooks.createdAt, id: webhooks.id }, after))
    .orderBy(desc(webhooks.createdAt), desc(webhooks.id))
    .limit(limit);
}

export async function countWebhooks(tx: TenantTx): Promise<number> {
  return on(tx).$count(webhooks);
}

/** Undefined when it is gone. What is on has not failed yet. */
export async function updateWebhook(
  tx: TenantTx,
  { webhookId, changes }: { webhookId: string; changes: Partial<NewWebhook> & { isOn?: boolean } },
): Promise<WebhookRow | undefined> {
  const anew = changes.isOn === true || changes.url !== undefined;
  const [row] = await on(tx)
    .update(webhooks)
    .set({
      ...changes,
      isOn: changes.isOn ?? sql`${webhooks.isOn}`,
      ...(anew && { failingSince: null, stoppedAt: null }),
    })
    .where(eq(webhooks.id, webhookId))
    .returning(shown);
  return row;
}

export async function deleteWebhook(tx: TenantTx, webhookId: string): Promise<boolean> {
  const rows = await on(tx)
    .delete(webhooks)
    .where(eq(webhooks.id, webhookId))
    .returning({ id: webhooks.id });
  return rows.length > 0;
}

export async function noteArrived(tx: TenantTx, webhookId: string): Promise<void> {
  await on(tx).update(webhooks).set({ failingSince: null }).where(eq(webhooks.id, webhookId));
}

/** Switches off what nothing has reached for so long; true when it did so now. */
export async function noteNotArrived(
  tx: TenantTx,
  { webhookId, stopAfterSeconds }: { webhookId: string; stopAfterSeconds: number },
): Promise<boolean> {
  // Cut to the milliseconds that are kept: rounded, it could lie in the future.
  const since = sql`date_trunc('milliseconds', now())`;
  await on(tx)
    .update(webhooks)
    .set({ failingSince: since })
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.failingSince)));
  const rows = await on(tx)
    .update(webhooks)
    .set({ isOn: false, stoppedAt: sql`now()` })
    .where(
      and(
        eq(webhooks.id, webhookId),
        webhooks.isOn,
        sql`${webhooks.failingSince} <= now() - make_interval(secs => ${stopAfterSeconds})`,
      ),
    )
    .returning({ id: webhooks.id });
  return rows.length > 0;
}
