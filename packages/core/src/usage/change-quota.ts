import { saveGroupLimits } from "@understudy/db/queries/access-groups";
import { listKeyNames } from "@understudy/db/queries/api-keys";
import { EACH_KEY, EACH_VISITOR, type Quota, saveQuota } from "@understudy/db/queries/quotas";
import type { TenantTx } from "@understudy/db/scope";
import { requireAccessGroup } from "../access-group/read-access-group.ts";
import { requirePerson } from "../audience/get-visitor.ts";
import { knownPrice } from "../budget/pay-for.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import type { SetQuotaInput } from "./contract.ts";

export type Whose = Pick<SetQuotaInput, "scope" | "subjectId">;

/** The one way in which a limit is set, and recorded; of a group's, those of its questions stand with its others. */
export async function changeQuota(
  ctx: Context,
  tx: TenantTx,
  { whose, changes }: { whose: Whose; changes: Partial<Quota> },
): Promise<void> {
  const { scope } = whose;
  requirePrice(ctx, changes);
  const subjectId = await requireSubject(ctx, tx, whose);
  if (scope === "group") await saveOfGroup(tx, subjectId, changes);
  else await saveQuota(tx, subjectId, changes);
  const subject = { subjectKind: SUBJECT_KINDS[scope], subjectId };
  await ctx.audit(tx, { action: "usage.set_quota", ...subject, details: changes });
}

const SUBJECT_KINDS: Record<Whose["scope"], string> = {
  tenant: "tenant",
  twin: "twin",
  key: "api_key",
  group: "accessGroup",
  visitor: "visitor",
};

function requirePrice({ ports }: Context, { microCostPerMonth = null }: Partial<Quota>): void {
  if (microCostPerMonth === null || knownPrice(ports)) return;
  throw new DomainError("conflict", "budget.no_price", "The model's price is not known.");
}

async function requireSubject(
  { actor }: Context,
  tx: TenantTx,
  { scope, subjectId }: Whose,
): Promise<string> {
  switch (scope) {
    case "tenant":
      return actor.tenantId;
    case "visitor":
      return subjectId === undefined ? EACH_VISITOR : (await requirePerson(tx, subjectId)).id;
    case "key":
      if (subjectId === undefined) return EACH_KEY;
      if (!(await listKeyNames(tx)).has(subjectId)) throw notFound("apiKey");
      return subjectId;
    case "twin":
      if (subjectId === undefined) throw notFound("twin");
      return (await requireTwin(tx, subjectId)).id;
    case "group":
      if (subjectId === undefined) throw notFound("accessGroup");
      return (await requireAccessGroup(tx, subjectId)).id;
  }
}

async function saveOfGroup(
  tx: TenantTx,
  groupId: string,
  { messagesPerDay, messagesPerMonth, ...others }: Partial<Quota>,
): Promise<void> {
  const { twinId } = await requireAccessGroup(tx, groupId);
  const asked = {
    ...(messagesPerDay !== undefined && { groupPerDay: messagesPerDay }),
    ...(messagesPerMonth !== undefined && { groupPerMonth: messagesPerMonth }),
  };
  if (Object.keys(asked).length > 0) await saveGroupLimits(tx, { id: groupId, twinId }, asked);
  if (Object.keys(others).length > 0) await saveQuota(tx, groupId, others);
}
