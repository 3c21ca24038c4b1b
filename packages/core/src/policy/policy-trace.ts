import type { Intervention } from "@understudy/rag/policy/guard-speech";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { PersonalSpan } from "@understudy/rag/policy/personal/kinds";
import type { RuleRef } from "@understudy/rag/policy/policy";

/** What rules did to an answer; grows while it is made. */
export interface PolicyTrace {
  refused: Omit<Refusal, "reply"> | null;
  /** Sentences that were written and not said. */
  withheld: Pick<Intervention, "rule" | "text" | "name" | "matched" | "instead">[];
  disclaimers: RuleRef[];
  /** What was hidden from whoever is asked outside, and in the answer. */
  hidden: Record<"provider" | "answer", Pick<PersonalSpan, "kind">[]>;
  /** Something was written, and nothing of it rests on a passage. */
  isUncited: boolean;
}
