import { insertViolations, type NewViolation } from "@understudy/db/queries/governance";
import type { MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import type { RuleRef } from "@understudy/rag/policy/policy";
import type { AnswerTrace } from "../answer/answer.ts";
import { type Place, violationsOf } from "../governance/violations-of.ts";
import type { Context } from "../kernel/context.ts";
import type { PolicyTrace } from "./policy-trace.ts";

interface Recorded {
  message: MessageRow;
  trace: AnswerTrace | undefined;
}

/** All that rules did to an answer: one record of it by their ids, and each for itself; none where they did nothing. */
export async function recordPolicy(
  ctx: Context,
  tx: TenantTx,
  { message, trace }: Recorded,
): Promise<void> {
  const { id: messageId, twinId, conversationId } = message;
  await insertViolations(tx, listViolations({ twinId, conversationId, messageId }, trace));
  const details = trace?.policy ? describe(trace.policy) : {};
  if (Object.keys(details).length === 0) return;
  const subject = { subjectKind: "message", subjectId: messageId };
  await ctx.audit(tx, { action: "policy.apply", ...subject, details });
}

function describe({ refused, withheld, disclaimers, hidden, isUncited }: PolicyTrace) {
  const named = (rules: readonly RuleRef[]) => rules.map(nameOf);
  const did: Record<string, string[]> = {
    refused: refused ? [nameOf(refused.rule)] : [],
    withheld: named(withheld.filter(({ instead }) => instead === "").map(({ rule }) => rule)),
    replaced: named(withheld.filter(({ instead }) => instead !== "").map(({ rule }) => rule)),
    added: named(disclaimers),
    hidden: [...hidden.provider, ...hidden.answer].map(({ kind }) => kind),
    uncited: isUncited ? ["tenant:require_citations"] : [],
  };
  return Object.fromEntries(
    Object.entries(did)
      .filter(([, rules]) => rules.length > 0)
      .map(([action, rules]) => [action, [...new Set(rules)]]),
  );
}

/** What was kept from being asked, said or sent; that a disclaimer was added is none. */
function listViolations(place: Place, trace: AnswerTrace | undefined): NewViolation[] {
  const one = (kind: NewViolation["kind"], subject: string) => ({
    ...place,
    kind,
    subject,
    count: 1,
  });
  const forbidden =
    trace?.degradedBecause === "model.forbidden" ? [one("forbidden_provider", "chat")] : [];
  if (!trace?.policy) return forbidden;
  const { refused, withheld, hidden, isUncited } = trace.policy;
  const bySubject = Map.groupBy(withheld, ({ name }) => name);
  return [
    ...forbidden,
    ...violationsOf("redacted_provider", hidden.provider, place),
    ...violationsOf("redacted_answer", hidden.answer, place),
    ...(refused ? [one("refused", refused.name ?? "")] : []),
    ...Array.from(bySubject, ([subject, some]) => {
      return { ...one("withheld", subject), count: some.length };
    }),
    ...(isUncited ? [one("uncited", "")] : []),
  ];
}

function nameOf({ scope, kind, id }: RuleRef): string {
  return [scope, kind, id].filter((part) => part !== null).join(":");
}
