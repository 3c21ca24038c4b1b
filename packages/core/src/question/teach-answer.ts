import type { ClusterRow } from "@understudy/db/queries/question-clusters";
import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { addTest } from "../quality/write-test.ts";
import { MAX_PHRASINGS, type VerifiedAnswer } from "../verified-answer/contract.ts";
import { addVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { editVerifiedAnswer } from "../verified-answer/update-verified-answer.ts";

interface Lesson {
  question: string;
  answer: string;
  phrasings: string[];
}

/** What came back edits the answer it was given before, which learns the new ways to ask; with the test that guards it. */
export async function teachAnswer(
  ctx: Context,
  tx: TenantTx,
  { twinId, verifiedQnaId, qualityTestId }: ClusterRow,
  { question, answer, phrasings }: Lesson,
): Promise<{ taught: VerifiedAnswer; testId: string }> {
  const current = verifiedQnaId ? await findVerifiedAnswer(tx, verifiedQnaId) : undefined;
  const taught = current
    ? await editVerifiedAnswer(ctx, tx, {
        verifiedAnswerId: current.id,
        answer,
        phrasings: [question, ...phrasings, ...current.phrasings].slice(0, MAX_PHRASINGS),
      })
    : await addVerifiedAnswer(ctx, tx, { twinId, question, answer, phrasings, reviewBy: null });
  if (qualityTestId) return { taught, testId: qualityTestId };
  const expectations = [{ kind: "verified" as const, verifiedAnswerId: taught.id }];
  const test = { twinId, question, expectations, origin: "conversation" as const };
  return { taught, testId: (await addTest(ctx, tx, test)).id };
}
