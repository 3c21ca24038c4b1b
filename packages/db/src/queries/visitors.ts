import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { VisitorSource } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { type ConsentPlace, visitors } from "../tables/visitors.ts";
import { one } from "./one.ts";
import { indexVisitors } from "./visitor-words.ts";

const { tenantId: _tenantId, resumeHash: _resumeHash, ...shown } = getTableColumns(visitors);
export type VisitorRow = Omit<typeof visitors.$inferSelect, "tenantId" | "resumeHash">;

export async function insertVisitor(
  tx: TenantTx,
  values: { twinId: string; resumeHash: Uint8Array; source?: VisitorSource },
): Promise<VisitorRow> {
  return one(await on(tx).insert(visitors).values(values).returning(shown));
}

/** Someone who was here before, seen again; `blocked` stays unseen. */
export async function returnVisitor(
  tx: TenantTx,
  { twinId, resumeHash }: { twinId: string; resumeHash: Uint8Array },
): Promise<VisitorRow | "blocked" | undefined> {
  const isTheirs = and(eq(visitors.resumeHash, resumeHash), eq(visitors.twinId, twinId));
  const [row] = await on(tx)
    .update(visitors)
    .set({ lastSeenAt: sql`now()` })
    .where(and(isTheirs, isNull(visitors.blockedAt)))
    .returning(shown);
  if (row) return row;
  const [known] = await on(tx).select({ id: visitors.id }).from(visitors).where(isTheirs);
  return known && "blocked";
}

/** What visitors say of themselves, with the words they agreed to; nobody has vouched for another address. */
export async function saveLead(
  tx: TenantTx,
  { visitorId, ...lead }: GivenLead,
): Promise<VisitorRow> {
  const rows = await on(tx)
    .update(visitors)
    .set({ ...lead, consentAt: sql`now()`, ...(lead.email && stillVouched(lead.email)) })
    .where(eq(visitors.id, visitorId))
    .returning(shown);
  await indexVisitors(tx, [visitorId]);
  return one(rows);
}

interface GivenLead {
  visitorId: string;
  name?: string;
  email?: string;
  consentText: string;
  consentPlace?: ConsentPlace;
}

function stillVouched(email: string) {
  const isSame = sql`${visitors.email} = ${email}`;
  return {
    verifiedAt: sql`case when ${isSame} then ${visitors.verifiedAt} end`,
    verifiedSubject: sql`case when ${isSame} then ${visitors.verifiedSubject} end`,
  };
}

/** What the customer's server says of them, which it has signed. */
export async function saveVerifiedIdentity(
  tx: TenantTx,
  identity: { visitorId: string; verifiedSubject: string; name?: string; email?: string },
): Promise<VisitorRow> {
  const { visitorId, ...said } = identity;
  const rows = await on(tx)
    .update(visitors)
    .set({ ...said, verifiedAt: sql`now()` })
    .where(eq(visitors.id, visitorId))
    .returning(shown);
  await indexVisitors(tx, [visitorId]);
  return one(rows);
}

/** With how often they came to talk. */
export async function findVisitorCard(
  tx: TenantTx,
  visitorId: string,
): Promise<VisitorCardRow | undefined> {
  const [row] = await on(tx)
    .select({
      ...shown,
      conversations: sql<number>`(
        select count(*)::int from conversations c
        where c.visitor_id = ${visitorId} and c.title <> '' and c.deleted_at is null)`,
    })
    .from(visitors)
    .where(eq(visitors.id, visitorId));
  return row;
}

export type VisitorCardRow = VisitorRow & { conversations: number };
