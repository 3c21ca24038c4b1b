import { randomBytes } from "node:crypto";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { visitors } from "../tables/visitors.ts";
import type { PersonRow } from "./list-visitors.ts";

const { tenantId: _tenantId, resumeHash: _resumeHash, ...shown } = getTableColumns(visitors);

export interface ImportedValues {
  name?: string;
  email?: string;
  externalId?: string;
  note?: string;
  tags?: string[];
}

const textArray = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`;

/** First records that have one of these external ids, or came by an import with one of these addresses. */
export function findImported(
  tx: TenantTx,
  { twinId, rows }: { twinId: string; rows: readonly { externalId: string; email: string }[] },
): Promise<PersonRow[]> {
  if (rows.length === 0) return Promise.resolve([]);
  const externalIds = textArray(rows.map(({ externalId }) => externalId).filter(Boolean));
  const emails = textArray(rows.map(({ email }) => email).filter(Boolean));
  return on(tx)
    .select(shown)
    .from(visitors)
    .where(sql`${visitors.twinId} = ${twinId}::uuid and ${visitors.mergedIntoId} is null and (
      ${visitors.externalId} = any(${externalIds})
      or (lower(${visitors.email}) = any(${emails}) and ${visitors.source} = 'import'))`)
    .orderBy(visitors.createdAt, visitors.id);
}

/** Nobody's browser has what opens them; who proves to be one of them is joined to it. */
export async function insertImported(
  tx: TenantTx,
  { twinId, values }: { twinId: string; values: readonly ImportedValues[] },
): Promise<string[]> {
  if (values.length === 0) return [];
  const rows = values.map((row) => ({
    ...row,
    twinId,
    source: "import" as const,
    resumeHash: randomBytes(32),
  }));
  const inserted = await on(tx).insert(visitors).values(rows).returning({ id: visitors.id });
  return inserted.map(({ id }) => id);
}

export async function updateImported(
  tx: TenantTx,
  visitorId: string,
  values: ImportedValues,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await on(tx).update(visitors).set(values).where(eq(visitors.id, visitorId));
}
