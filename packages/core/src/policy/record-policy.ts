import type { TenantTx } from "@understudy/db/scope";
import type { RuleRef } from "@understudy/rag/policy/policy";
import type { Context } from "../kernel/context.ts";
import type { PolicyTrace } from "./policy-trace.ts";

/** One record of all that rules did to an answer, by their ids; none where they did nothing. */
export async function recordPolicy(
  ctx: Context,
  tx: TenantTx,
  { messageId, trace }: { messageId: string; trace: PolicyTrace | null },
): Promise<void> {
  if (!trace) return;
  const { refused, withheld, disclaimers } = trace;
  const did: Record<string, RuleRef[]> = {
    refused: refused ? [refused.rule] : [],
    withheld: withheld.filter(({ instead }) => instead === "").map(({ rule }) => rule),
    replaced: withheld.filter(({ instead }) => instead !== "").map(({ rule }) => rule),
    added: disclaimers,
  };
  const details = Object.fromEntries(
    Object.entries(did)
      .filter(([, rules]) => rules.length > 0)
      .map(([action, rules]) => [action, [...new Set(rules.map(nameOf))]]),
  );
  if (Object.keys(details).length === 0) return;
  await ctx.audit(tx, {
    action: "policy.apply",
    subjectKind: "message",
    subjectId: messageId,
    details,
  });
}

function nameOf({ scope, kind, id }: RuleRef): string {
  return [scope, kind, id].filter((part) => part !== null).join(":");
}
