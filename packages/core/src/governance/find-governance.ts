import { listPolicies } from "@understudy/db/queries/governance";
import type { TenantTx } from "@understudy/db/scope";
import type { Policy } from "@understudy/rag/policy/policy";
import type { GovernanceRules } from "./contract.ts";
import { mergeRules, readRules } from "./merge-rules.ts";

/** What holds for a twin, or for what a tenant does for none of them. */
export interface Governing {
  /** The tenant's and the twin's together. */
  rules: GovernanceRules;
  /** What of it is about what is asked and said, by whose it is. */
  policies: readonly Policy[];
}

export interface Governed {
  tenantId: string;
  twinId: string | null;
}

export async function findGovernance(
  tx: TenantTx,
  { tenantId, twinId }: Governed,
): Promise<Governing> {
  const rows = await listPolicies(tx, twinId === null ? [tenantId] : [tenantId, twinId]);
  const rulesOf = (id: string) => readRules(rows.find(({ subjectId }) => subjectId === id)?.rules);
  return govern(rulesOf(tenantId), twinId === null ? null : rulesOf(twinId));
}

export function govern(tenant: GovernanceRules, twin: GovernanceRules | null): Governing {
  return {
    rules: twin ? mergeRules(tenant, twin) : tenant,
    policies: [policyOf("tenant", tenant), ...(twin ? [policyOf("twin", twin)] : [])],
  };
}

function policyOf(
  scope: Policy["scope"],
  { blockedTopics: refusedTopics, blockedPhrases, disclaimers }: GovernanceRules,
): Policy {
  const nothing = { allowedTopics: [], outsideReply: "" };
  return { scope, ...nothing, refusedTopics, blockedPhrases, disclaimers };
}
