import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { FiguresBy } from "./figures-by.ts";

/** What things of a kind are called. */
const NAMES = {
  shareLink: (twinId: string) => sql`select id, name from share_links where twin_id = ${twinId}`,
  widget: (twinId: string) => sql`select id, name from widgets where twin_id = ${twinId}`,
  accessGroup: (twinId: string) =>
    sql`select id, name from access_groups where twin_id = ${twinId}`,
  release: (twinId: string) =>
    sql`select id, 'Release ' || number as name from releases where twin_id = ${twinId}`,
  apiKey: () =>
    sql`select id, name from api_keys where widget_id is null and share_link_id is null`,
};

/** The names of what figures are told apart by, by their ids; undefined: what that is names itself. */
export async function listPartNames(
  tx: TenantTx,
  { twinId, by }: { twinId: string; by: FiguresBy },
): Promise<ReadonlyMap<string, string> | undefined> {
  if (typeof by !== "string" || !Object.hasOwn(NAMES, by)) return undefined;
  const query = NAMES[by as keyof typeof NAMES](twinId);
  const rows = await rowsOf<{ id: string; name: string }>(tx, query);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
