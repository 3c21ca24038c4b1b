import { and, count, desc, eq, gt, inArray, sql, sum } from "drizzle-orm";
import type { ViolationKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { governancePolicies, governanceViolations } from "../tables/governance.ts";
import { behind, type Position } from "./after.ts";

export interface PolicyRow {
  subjectId: string;
  rules: object;
  updatedAt: Date;
}

/** Those of these subjects, or all of the tenant's. */
export function listPolicies(tx: TenantTx, subjectIds?: readonly string[]): Promise<PolicyRow[]> {
  const { subjectId, rules, updatedAt } = governancePolicies;
  return on(tx)
    .select({ subjectId, rules, updatedAt })
    .from(governancePolicies)
    .where(subjectIds && inArray(subjectId, [...subjectIds]));
}

export async function savePolicy(
  tx: TenantTx,
  policy: { subjectId: string; rules: object },
): Promise<void> {
  await on(tx)
    .insert(governancePolicies)
    .values(policy)
    .onConflictDoUpdate({
      target: [governancePolicies.tenantId, governancePolicies.subjectId],
      set: { rules: policy.rules, updatedAt: sql`now()` },
    });
}

export type ViolationRow = Omit<typeof governanceViolations.$inferSelect, "tenantId">;
export type NewViolation = Omit<typeof governanceViolations.$inferInsert, "id" | "tenantId">;

export async function insertViolations(
  tx: TenantTx,
  violations: readonly NewViolation[],
): Promise<void> {
  if (violations.length > 0)
    await on(tx)
      .insert(governanceViolations)
      .values([...violations]);
}

export interface ViolationFilter {
  twinId?: string | undefined;
  kind?: ViolationKind | undefined;
}

/** The latest first. */
export function listViolations(
  tx: TenantTx,
  { after, limit, ...filter }: ViolationFilter & { after: Position | null; limit: number },
): Promise<ViolationRow[]> {
  const { id, createdAt } = governanceViolations;
  return on(tx)
    .select()
    .from(governanceViolations)
    .where(and(matching(filter), behind({ time: createdAt, id }, after)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** How often each kind happened in the last so many days. */
export function countViolations(
  tx: TenantTx,
  { days, ...filter }: ViolationFilter & { days: number },
): Promise<{ kind: ViolationKind; subject: string; count: number; messages: number }[]> {
  const { kind, subject, createdAt } = governanceViolations;
  const since = gt(createdAt, sql`now() - make_interval(days => ${days})`);
  return on(tx)
    .select({
      kind,
      subject,
      count: sum(governanceViolations.count).mapWith(Number),
      messages: count(),
    })
    .from(governanceViolations)
    .where(and(matching(filter), since))
    .groupBy(kind, subject)
    .orderBy(desc(count()), kind, subject);
}

function matching({ twinId, kind }: ViolationFilter) {
  return and(
    twinId === undefined ? undefined : eq(governanceViolations.twinId, twinId),
    kind === undefined ? undefined : eq(governanceViolations.kind, kind),
  );
}
