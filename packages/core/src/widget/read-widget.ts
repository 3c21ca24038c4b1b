import { listGroupsOfWays } from "@understudy/db/queries/group-memberships";
import { listWayKeys } from "@understudy/db/queries/way-keys";
import { findWidget, listOrigins, type WidgetRow } from "@understudy/db/queries/widgets";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import type { Widget } from "./contract.ts";
import { Theme } from "./theme.ts";

export async function requireWidget(tx: TenantTx, widgetId: string): Promise<WidgetRow> {
  const row = await findWidget(tx, widgetId);
  if (!row) throw notFound("widget");
  return row;
}

/** Widgets with where they answer and what their keys are, in the order given. */
export async function readWidgets(tx: TenantTx, rows: readonly WidgetRow[]): Promise<Widget[]> {
  const ids = rows.map(({ id }) => id);
  const origins = Map.groupBy(await listOrigins(tx, ids), ({ widgetId }) => widgetId);
  const groups = await listGroupsOfWays(tx, "widget", ids);
  return Promise.all(
    rows.map(async (row) => {
      const widget = await readWidget(tx, row, origins.get(row.id) ?? []);
      return { ...widget, accessGroupIds: groups.get(row.id) ?? [] };
    }),
  );
}

async function readWidget(
  tx: TenantTx,
  row: WidgetRow,
  origins: readonly { origin: string }[],
): Promise<Omit<Widget, "accessGroupIds">> {
  const [current, ...older] = await listWayKeys(tx, { widgetId: row.id });
  const ends = older.flatMap(({ expiresAt }) => (expiresAt ? [expiresAt.toISOString()] : []));
  const uses = [current, ...older].flatMap((key) => key?.lastUsedAt?.toISOString() ?? []);
  const stillOpen = ends.filter((end) => Date.parse(end) > Date.now());
  return {
    id: row.id,
    twinId: row.twinId,
    name: row.name,
    allowedDomains: origins.map(({ origin }) => origin),
    theme: Theme.catch(Theme.parse({})).parse(row.theme),
    leadCapture: row.leadCapture,
    consentText: row.consentText,
    keyPrefix: current?.prefix ?? "",
    oldKeysEndAt: stillOpen.toSorted().at(-1) ?? null,
    lastUsedAt: uses.toSorted().at(-1) ?? null,
    hasIdentitySecret: row.identitySecret !== null,
    createdAt: row.createdAt.toISOString(),
  };
}
