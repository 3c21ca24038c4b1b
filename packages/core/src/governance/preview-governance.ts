import { listPolicies } from "@understudy/db/queries/governance";
import { chooseDisclaimers } from "@understudy/rag/policy/choose-disclaimers";
import { type CompiledPolicy, compilePolicy } from "@understudy/rag/policy/compile-policies";
import { createSpeechGuard } from "@understudy/rag/policy/guard-speech";
import { findRefused } from "@understudy/rag/policy/judge-question";
import type { Redacted } from "@understudy/rag/policy/personal/redact";
import type { RuleRef } from "@understudy/rag/policy/policy";
import { splitUnits } from "@understudy/rag/write/split-units";
import { useCase } from "../kernel/use-case.ts";
import { GovernancePreview, PreviewInput } from "./contract.ts";
import { type Governing, govern } from "./find-governance.ts";
import { requireGoverned } from "./get-governance.ts";
import { hiderFor } from "./hide-personal.ts";
import { listGoverned } from "./list-governed.ts";
import { change, readRules } from "./merge-rules.ts";
import { nameRule } from "./name-rule.ts";

/** What rules would do to a text, those that are saved or those that are tried out. Nothing is kept of it. */
export const previewGovernance = useCase({
  permission: "governance.read",
  input: PreviewInput,
  output: GovernancePreview,
  run: async (ctx, { twinId, text, rules: tried = {} }) => {
    const rows = await ctx.transaction(async (tx) => {
      const subjectId = await requireGoverned(ctx, tx, twinId);
      return listPolicies(tx, [ctx.actor.tenantId, subjectId]);
    });
    const rulesOf = (id: string) =>
      readRules(rows.find(({ subjectId }) => subjectId === id)?.rules);
    const tenant = rulesOf(ctx.actor.tenantId);
    const governing =
      twinId === null
        ? govern(change(tenant, tried), null)
        : govern(tenant, change(rulesOf(twinId), tried));
    const policies = await Promise.all(governing.policies.map(compilePolicy));
    return {
      asQuestion: previewQuestion(governing, policies, text),
      asAnswer: previewAnswer(governing, policies, text),
      providers: listGoverned(ctx, governing.rules),
    };
  },
});

type Part<Name extends keyof GovernancePreview> = GovernancePreview[Name];

function previewQuestion(
  { rules, policies: plain }: Governing,
  policies: readonly CompiledPolicy[],
  text: string,
): Part<"asQuestion"> {
  const stored = hiderFor(rules, "storage")(text);
  const refusal = findRefused(policies, [stored.text]);
  return {
    stored: show(stored),
    sent: show(hiderFor(rules, "provider")(stored.text), stored),
    refused: refusal && { subject: nameRule(plain, refusal.rule), reply: refusal.reply },
  };
}

function previewAnswer(
  { rules, policies: plain }: Governing,
  policies: readonly CompiledPolicy[],
  text: string,
): Part<"asAnswer"> {
  const guard = createSpeechGuard(policies);
  let said = "";
  let last = 0;
  for (const { start, end } of splitUnits(text)) {
    const sentence = text.slice(last, end);
    const fault = guard.judge(sentence);
    const kept = fault ? lead(text.slice(last, start), fault.instead) : sentence;
    guard.said(kept);
    said += kept;
    last = end;
  }
  const hidden = hiderFor(rules, "answers")(said);
  const added = (place: "before" | "after") =>
    said.trim() === "" ? [] : chooseDisclaimers(policies, { place, wordings: [], said });
  const named = (rule: RuleRef) => nameRule(plain, rule);
  return {
    said: show(hidden),
    withheld: guard.interventions.map(({ rule, text: left, instead }) => {
      return { text: left.trim(), subject: named(rule), instead };
    }),
    disclaimers: [...added("before"), ...added("after")].map((each) => each.text),
  };
}

function lead(gap: string, instead: string): string {
  return instead === "" ? "" : gap + instead;
}

function show({ text, found }: Redacted, before?: Redacted): Part<"asAnswer">["said"] {
  return { text, found: [...(before?.found ?? []), ...found].map(({ kind }) => kind) };
}
