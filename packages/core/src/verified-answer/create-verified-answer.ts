import { isUniqueViolation } from "@understudy/db/errors";
import {
  bumpVerifiedRevision,
  countVerifiedAnswers,
  insertVerifiedAnswers,
  releaseQuestions,
} from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { planHealthCheck } from "../health/plan-health-check.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { CreateVerifiedAnswerInput, MAX_VERIFIED_ANSWERS, VerifiedAnswer } from "./contract.ts";
import { editorOf } from "./editor-of.ts";
import { listPhrasings } from "./list-phrasings.ts";
import { questionKey } from "./question-key.ts";
import { readVerifiedAnswer } from "./read-verified-answer.ts";

/** Answers from the next question on. */
export const createVerifiedAnswer = useCase({
  permission: "verified.write",
  input: CreateVerifiedAnswerInput,
  output: VerifiedAnswer,
  run: (ctx, input) =>
    ctx
      .transaction((tx) => addVerifiedAnswer(ctx, tx, input))
      .catch((error: unknown) => {
        throw asQuestionTaken(error);
      }),
});

/** Joins the transaction of what it comes from. */
export async function addVerifiedAnswer(
  ctx: Context,
  tx: TenantTx,
  { twinId, question, answer, phrasings, reviewBy }: z.output<typeof CreateVerifiedAnswerInput>,
): Promise<VerifiedAnswer> {
  const entry = {
    question,
    questionKey: questionKey(question),
    phrasings: listPhrasings(question, phrasings),
    answer,
    reviewBy: reviewBy === null ? null : new Date(reviewBy),
  };
  await requireTwin(tx, twinId);
  await bumpVerifiedRevision(tx, twinId);
  await requireRoom(tx, { twinId, more: 1 });
  await releaseQuestions(tx, { twinId, keys: [entry.questionKey] });
  const editor = editorOf(ctx.actor);
  const added = { twinId, sourceId: null, entries: [entry], editor };
  const [row] = await insertVerifiedAnswers(tx, added);
  const subject = { subjectKind: "verifiedAnswer", subjectId: row!.id };
  await planHealthCheck(tx, twinId);
  await ctx.audit(tx, { action: "verifiedAnswer.create", ...subject });
  return readVerifiedAnswer(row!);
}

/** Refuses more than a twin can hold. */
export async function requireRoom(
  tx: TenantTx,
  { twinId, more }: { twinId: string; more: number },
): Promise<void> {
  if ((await countVerifiedAnswers(tx, twinId)) + more <= MAX_VERIFIED_ANSWERS) return;
  throw new DomainError(
    "limit_exceeded",
    "verifiedAnswer.too_many",
    `A twin holds at most ${MAX_VERIFIED_ANSWERS} verified answers.`,
  );
}

export function asQuestionTaken(error: unknown): unknown {
  return isUniqueViolation(error, "verified_qna_question_unique")
    ? new DomainError(
        "conflict",
        "verifiedAnswer.question_taken",
        "This question has a verified answer already: edit that one.",
      )
    : error;
}
