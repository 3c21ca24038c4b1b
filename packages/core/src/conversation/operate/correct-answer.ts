import {
  claimCorrection,
  listCorrections,
  saveCorrection,
} from "@understudy/db/queries/answer-corrections";
import { settleClarificationsOf } from "@understudy/db/queries/clarifications";
import { findTrace, type MessageRow } from "@understudy/db/queries/messages";
import { settleClustersOf } from "@understudy/db/queries/question-clusters";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import {
  findVerifiedAnswer,
  findVerifiedAnswersByKey,
} from "@understudy/db/queries/verified-answers";
import { saveNotice } from "@understudy/db/queries/visitor-notices";
import { findVisitorCard } from "@understudy/db/queries/visitors";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { AnswerTrace } from "../../answer/answer.ts";
import { planFollowUp } from "../../follow-up/plan-follow-up.ts";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { useCase } from "../../kernel/use-case.ts";
import { addTest } from "../../quality/write-test.ts";
import { MAX_QUESTION_CHARACTERS, type VerifiedAnswer } from "../../verified-answer/contract.ts";
import {
  addVerifiedAnswer,
  asQuestionTaken,
} from "../../verified-answer/create-verified-answer.ts";
import { questionKey } from "../../verified-answer/question-key.ts";
import { editVerifiedAnswer } from "../../verified-answer/update-verified-answer.ts";
import { requireConversation } from "../conversations.ts";
import { CorrectInput, Correction } from "./contract.ts";
import { canBeTold } from "./get-conversation.ts";
import { readCorrection } from "./read-correction.ts";
import { requireAnswer } from "./require-answer.ts";

type Wanted = z.output<typeof CorrectInput>;

/**
 * What should have been said: from now on it is, word for word, and a quality test guards it. All of it or
 * nothing; of two people who correct the same answer at once, the second is told of the first.
 */
export const correctAnswer = useCase({
  permission: "verified.write",
  input: CorrectInput,
  output: Correction,
  run: async (ctx, wanted) => {
    try {
      return await ctx.transaction((tx) => correct(ctx, tx, wanted));
    } catch (error) {
      throw asQuestionTaken(error);
    }
  },
});

async function correct(ctx: Context, tx: TenantTx, wanted: Wanted): Promise<Correction> {
  const { messageId } = wanted;
  const { answer, question } = await requireAnswer(tx, messageId);
  const { twinId } = answer;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const claimed = await claimCorrection(tx, { messageId, twinId, seen: wanted.revision, userId });
  if (!claimed) throw overtaken();
  const trace: Partial<AnswerTrace> = (await findTrace(tx, messageId)) ?? {};
  const asked = (wanted.question ?? trace.standalone ?? question).slice(0, MAX_QUESTION_CHARACTERS);
  const given = answer.verified ? (trace.verified?.verifiedAnswerId ?? null) : null;
  const current = await findTaught(tx, { twinId, asked, ids: [claimed.verifiedQnaId, given] });
  const taught = await teach(ctx, tx, { twinId, asked, answer: wanted.answer, current });
  const testId = claimed.qualityTestId ?? (await guard(ctx, tx, { twinId, asked, taught }));
  const became = {
    verifiedQnaId: taught.id,
    verifiedVersion: taught.version,
    qualityTestId: testId,
  };
  await saveCorrection(tx, claimed.id, became);
  await insertUserEvent(tx, { kind: "answer_corrected", messageId });
  const { qualityTestId: _, ...settled } = became;
  await settleClarificationsOf(tx, { messageId, verifiedQnaId: taught.id });
  await settleClustersOf(tx, { messageId }, { status: "answered", ...settled });
  if (wanted.tellVisitor) await tell(ctx, tx, { answer, correctionId: claimed.id });
  const subject = { subjectKind: "message", subjectId: messageId };
  const details = { verifiedAnswerId: taught.id, testId, revision: claimed.revision };
  await ctx.audit(tx, { action: "conversation.correct", ...subject, details });
  const [row] = await listCorrections(tx, [messageId]);
  return readCorrection(row!);
}

/** The verified answer to edit: an earlier correction's, the one that was given, or that of the same question. */
async function findTaught(
  tx: TenantTx,
  { twinId, asked, ids }: { twinId: string; asked: string; ids: (string | null)[] },
) {
  for (const id of ids) {
    const row = id ? await findVerifiedAnswer(tx, id) : undefined;
    if (row) return row;
  }
  const key = questionKey(asked);
  return (await findVerifiedAnswersByKey(tx, { twinId, keys: [key] })).get(key);
}

interface Lesson {
  twinId: string;
  asked: string;
  answer: string;
  current: { id: string } | undefined;
}

function teach(
  ctx: Context,
  tx: TenantTx,
  { twinId, asked, answer, current }: Lesson,
): Promise<VerifiedAnswer> {
  if (current) return editVerifiedAnswer(ctx, tx, { verifiedAnswerId: current.id, answer });
  return addVerifiedAnswer(ctx, tx, {
    twinId,
    question: asked,
    answer,
    phrasings: [],
    reviewBy: null,
  });
}

async function guard(
  ctx: Context,
  tx: TenantTx,
  { twinId, asked, taught }: { twinId: string; asked: string; taught: VerifiedAnswer },
): Promise<string> {
  const expectations = [{ kind: "verified" as const, verifiedAnswerId: taught.id }];
  const { id } = await addTest(ctx, tx, {
    twinId,
    question: asked,
    expectations,
    origin: "conversation",
  });
  return id;
}

async function tell(
  ctx: Context,
  tx: TenantTx,
  { answer, correctionId }: { answer: MessageRow; correctionId: string },
): Promise<void> {
  const { visitorId } = await requireConversation(tx, answer.conversationId);
  const visitor = visitorId ? await findVisitorCard(tx, visitorId) : undefined;
  if (!visitor || !canBeTold(visitor)) {
    throw new DomainError(
      "invalid",
      "correction.visitor_unreachable",
      "This visitor left no address, or did not agree to be written to.",
    );
  }
  const { twinId } = answer;
  await saveNotice(tx, { twinId, visitorId: visitor.id, correctionId });
  await planFollowUp(ctx, tx, { twinId, subject: { correctionId } });
}

export function overtaken(): DomainError {
  return new DomainError(
    "conflict",
    "correction.overtaken",
    "Somebody else has corrected this answer meanwhile.",
  );
}
