import type { VerifiedAnswerRow } from "@understudy/db/queries/verified-answers";
import type { TestDraft } from "./contract.ts";

/** Each verified answer is to fire, at another of its phrasings where it has one. */
export function draftFromVerified(rows: readonly VerifiedAnswerRow[]): TestDraft[] {
  return rows.map(({ id: verifiedAnswerId, question, phrasings }) => ({
    question: phrasings[0] ?? question,
    expectations: [{ kind: "verified", verifiedAnswerId }],
    purpose: "answers",
  }));
}
