import type { Violation } from "@understudy/core/governance/contract";
import { isOneOf } from "./is-one-of.ts";

const KINDS: readonly Violation["kind"][] = [
  "redacted_stored",
  "redacted_provider",
  "redacted_answer",
  "refused",
  "withheld",
  "uncited",
  "forbidden_provider",
];

/** What the address says about rules: whether what they did is shown, and what of it. */
export interface GovernanceSearch {
  did?: "all" | Violation["kind"];
}

export function readGovernanceSearch({ did }: Record<string, unknown>): GovernanceSearch {
  return did === "all" || isOneOf(KINDS, did) ? { did } : {};
}
