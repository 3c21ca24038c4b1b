import type { Intervention } from "@understudy/rag/policy/guard-speech";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { RuleRef } from "@understudy/rag/policy/policy";

/** What rules did to an answer; grows while it is made. */
export interface PolicyTrace {
  refused: Omit<Refusal, "reply"> | null;
  /** Sentences that were written and not said. */
  withheld: Pick<Intervention, "rule" | "text" | "matched" | "instead">[];
  disclaimers: RuleRef[];
}
