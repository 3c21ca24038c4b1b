import { saveFeedback } from "@understudy/db/queries/feedback";
import { findMessage, findTrace } from "@understudy/db/queries/messages";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import type { AnswerTrace } from "../answer/answer.ts";
import { findGovernance } from "../governance/find-governance.ts";
import { hiderFor } from "../governance/hide-personal.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { noteQuestion } from "../question/note-question.ts";
import { announce } from "../webhook/announce.ts";
import { GiveFeedbackInput, Message } from "./contract.ts";
import { findAnswer } from "./find-answer.ts";
import { requireAnswer } from "./operate/require-answer.ts";

/** A thumb and a word on an answer; saying it again changes it. */
export const giveFeedback = useCase({
  permission: "twin.ask",
  input: GiveFeedbackInput,
  output: Message,
  run: async (ctx, { messageId, ...given }) => {
    const judged = await ctx.transaction(async (tx) => {
      const message = await findMessage(tx, messageId);
      if (message?.role !== "assistant") throw notFound("message");
      if (message.finishedAt === null) throw unfinished();
      const { twinId, conversationId } = message;
      const { rules } = await findGovernance(tx, { tenantId: ctx.actor.tenantId, twinId });
      const comment = hiderFor(rules, "storage")(given.comment).text;
      await saveFeedback(tx, { ...given, comment, messageId, twinId });
      await insertUserEvent(tx, { kind: "feedback_given", messageId, rating: given.rating });
      const data = { conversationId, messageId, rating: given.rating };
      await announce(tx, { type: "feedback.given", twinId, data });
      return findAnswer(ctx, tx, messageId);
    });
    if (given.rating === "down") await noteDisliked(ctx, messageId);
    return judged;
  },
});

/** Its owner is to meet the question; what a visitor may write is not enough for that. */
function noteDisliked(ctx: Context, messageId: string): Promise<void> {
  return ctx.forMaking(ctx.signal).transaction(async (tx) => {
    const { answer, question: asked } = await requireAnswer(tx, messageId);
    if (answer.refused || answer.answered !== true) return;
    const trace: Partial<AnswerTrace> = (await findTrace(tx, messageId)) ?? {};
    const question = trace.standalone ?? asked;
    const noted = { twinId: answer.twinId, messageId, question, because: "disliked" } as const;
    await noteQuestion(ctx, tx, noted);
  });
}

function unfinished(): DomainError {
  return new DomainError(
    "conflict",
    "message.unfinished",
    "There is no whole answer to judge yet.",
  );
}
