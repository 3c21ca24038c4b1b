import { deleteNearMisses } from "@understudy/db/queries/near-misses";
import {
  bumpVerifiedRevision,
  releaseQuestions,
  updateVerifiedAnswer as storeUpdate,
  type VerifiedAnswerRow,
} from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { planHealthCheck } from "../health/plan-health-check.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { UpdateVerifiedAnswerInput, VerifiedAnswer } from "./contract.ts";
import { asQuestionTaken } from "./create-verified-answer.ts";
import { editorOf } from "./editor-of.ts";
import { listPhrasings } from "./list-phrasings.ts";
import { questionKey } from "./question-key.ts";
import { readVerifiedAnswer } from "./read-verified-answer.ts";
import { requireVerifiedAnswer } from "./require-verified-answer.ts";

/** Each edit is a version; what it said before stays readable. */
export const updateVerifiedAnswer = useCase({
  permission: "verified.write",
  input: UpdateVerifiedAnswerInput,
  output: VerifiedAnswer,
  run: async (ctx, edit) => {
    try {
      return await ctx.transaction((tx) => editVerifiedAnswer(ctx, tx, edit));
    } catch (error) {
      throw asQuestionTaken(error);
    }
  },
});

type Edit = z.output<typeof UpdateVerifiedAnswerInput>;

/** In the transaction of what it is part of. */
export async function editVerifiedAnswer(
  ctx: Context,
  tx: TenantTx,
  edit: Edit,
): Promise<VerifiedAnswer> {
  const { verifiedAnswerId, version } = edit;
  const current = await requireVerifiedAnswer(tx, verifiedAnswerId);
  const changes = applyEdit(current, edit);
  const { twinId } = current;
  await bumpVerifiedRevision(tx, twinId);
  if (changes.questionKey !== questionKey(current.question)) {
    await releaseQuestions(tx, { twinId, keys: [changes.questionKey] });
  }
  const seen = version ?? current.version;
  const editor = editorOf(ctx.actor);
  const row = await storeUpdate(tx, { verifiedAnswerId, version: seen, changes, editor });
  if (!row) {
    throw new DomainError(
      "conflict",
      "verifiedAnswer.changed",
      "Somebody else has edited this verified answer meanwhile.",
    );
  }
  const questions = [changes.question, ...changes.phrasings];
  await deleteNearMisses(tx, { verifiedAnswerId, questions });
  const subject = { subjectKind: "verifiedAnswer", subjectId: verifiedAnswerId };
  await planHealthCheck(tx, twinId);
  await ctx.audit(tx, { action: "verifiedAnswer.update", ...subject });
  return readVerifiedAnswer(row);
}

function applyEdit(current: VerifiedAnswerRow, edit: Edit) {
  const question = edit.question ?? current.question;
  const reviewBy = edit.reviewBy === undefined ? current.reviewBy : edit.reviewBy;
  return {
    question,
    questionKey: questionKey(question),
    phrasings: listPhrasings(question, edit.phrasings ?? current.phrasings),
    answer: edit.answer ?? current.answer,
    reviewBy: typeof reviewBy === "string" ? new Date(reviewBy) : reviewBy,
  };
}
