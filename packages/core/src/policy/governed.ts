import type { CompiledPolicy } from "@understudy/rag/policy/compile-policies";
import { createSpeechGuard, type SpeechGuard } from "@understudy/rag/policy/guard-speech";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { PolicyTrace } from "./policy-trace.ts";

/** The rules over one answer, and what they did to it. */
export interface Governed {
  policies: readonly CompiledPolicy[];
  guard: SpeechGuard;
  trace: PolicyTrace;
}

export function govern(policies: readonly CompiledPolicy[]): Governed {
  const guard = createSpeechGuard(policies);
  const trace: PolicyTrace = { refused: null, withheld: guard.interventions, disclaimers: [] };
  return { policies, guard, trace };
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
export function hasForbidden({ refused, withheld }: PolicyTrace): boolean {
  return refused !== null || withheld.length > 0;
}

/** What rules want said where nothing of an answer is left; null where they want nothing. */
export function replyLeft({ guard }: Governed): string | null {
  return guard.interventions.find(({ reply }) => reply !== "")?.reply ?? null;
}
