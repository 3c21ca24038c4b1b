import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { widgetOrigins, widgets } from "../tables/widgets.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(widgets);
export type WidgetRow = Omit<typeof widgets.$inferSelect, "tenantId">;

export type WidgetChanges = Partial<
  Pick<WidgetRow, "name" | "theme" | "leadCapture" | "consentText" | "identitySecret">
>;

export async function insertWidget(
  tx: TenantTx,
  values: WidgetChanges & { twinId: string; name: string },
): Promise<WidgetRow> {
  return one(await on(tx).insert(widgets).values(values).returning(shown));
}

/** One that still answers. */
export async function findWidget(tx: TenantTx, widgetId: string): Promise<WidgetRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(widgets)
    .where(and(eq(widgets.id, widgetId), isNull(widgets.revokedAt)));
  return row;
}

/** Those of these that the twin has and that still answer. */
export async function countWidgets(
  tx: TenantTx,
  twinId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const isIts = and(eq(widgets.twinId, twinId), isNull(widgets.revokedAt));
  return on(tx).$count(widgets, and(isIts, inArray(widgets.id, [...ids])));
}

export function listWidgets(
  tx: TenantTx,
  { twinId, after, limit }: { twinId: string; after?: Position | null; limit: number },
): Promise<WidgetRow[]> {
  return on(tx)
    .select(shown)
    .from(widgets)
    .where(
      and(
        eq(widgets.twinId, twinId),
        isNull(widgets.revokedAt),
        behind({ time: widgets.createdAt, id: widgets.id }, after),
      ),
    )
    .orderBy(desc(widgets.createdAt), desc(widgets.id))
    .limit(limit);
}

export async function updateWidget(
  tx: TenantTx,
  { widgetId, changes }: { widgetId: string; changes: WidgetChanges },
): Promise<void> {
  await on(tx)
    .update(widgets)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(widgets.id, widgetId));
}

export async function markWidgetRevoked(tx: TenantTx, widgetId: string): Promise<void> {
  await on(tx).update(widgets).set({ revokedAt: sql`now()` }).where(eq(widgets.id, widgetId));
}

/** In the order of the alphabet, by widget. */
export function listOrigins(
  tx: TenantTx,
  widgetIds: readonly string[],
): Promise<{ widgetId: string; origin: string }[]> {
  if (widgetIds.length === 0) return Promise.resolve([]);
  return on(tx)
    .select({ widgetId: widgetOrigins.widgetId, origin: widgetOrigins.origin })
    .from(widgetOrigins)
    .where(inArray(widgetOrigins.widgetId, [...widgetIds]))
    .orderBy(widgetOrigins.widgetId, widgetOrigins.origin);
}

/** These, and no others. */
export async function replaceOrigins(
  tx: TenantTx,
  { origins, ...widget }: { twinId: string; widgetId: string; origins: readonly string[] },
): Promise<void> {
  await on(tx).delete(widgetOrigins).where(eq(widgetOrigins.widgetId, widget.widgetId));
  if (origins.length === 0) return;
  const rows = [...new Set(origins)].map((origin) => ({ ...widget, origin }));
  await on(tx).insert(widgetOrigins).values(rows);
}
