import type { CompiledPolicy } from "@understudy/rag/policy/compile-policies";
import { createSpeechGuard, type SpeechGuard } from "@understudy/rag/policy/guard-speech";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { GovernanceRules } from "../governance/contract.ts";
import { hides } from "../governance/hide-personal.ts";
import type { PolicyTrace } from "./policy-trace.ts";

/** The rules over one answer, and what they did to it. */
export interface Governed {
  policies: readonly CompiledPolicy[];
  rules: GovernanceRules;
  guard: SpeechGuard;
  trace: PolicyTrace;
}

export function govern(policies: readonly CompiledPolicy[], rules: GovernanceRules): Governed {
  const guard = createSpeechGuard(
    policies,
    hides(rules.redaction, "answers") ? rules.redaction : null,
  );
  const trace: PolicyTrace = {
    refused: null,
    withheld: guard.interventions,
    disclaimers: [],
    hidden: { provider: [], answer: guard.hidden },
    isUncited: false,
  };
  return { policies, rules, guard, trace };
}

/** What they did, or had to: null where there are none. */
export function traceGoverned({ policies, rules, trace }: Governed): PolicyTrace | null {
  const isRuled = policies.length > 0 || rules.requireCitations || rules.redaction.kinds.length > 0;
  return isRuled ? trace : null;
}

/** Notes why a question is not answered. */
export function noteRefusal({ trace }: Governed, refusal: Refusal | null): Refusal | null {
  if (refusal) {
    const { reply: _, ...told } = refusal;
    trace.refused = told;
  }
  return refusal;
}

/** Whether a rule kept something from being answered or said. */
export function hasForbidden({ refused, withheld, isUncited }: PolicyTrace): boolean {
  return refused !== null || withheld.length > 0 || isUncited;
}

/** What rules want said where nothing of an answer is left; null where they want nothing. */
export function replyLeft({ guard }: Governed): string | null {
  return guard.interventions.find(({ reply }) => reply !== "")?.reply ?? null;
}
