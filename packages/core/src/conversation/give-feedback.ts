import { saveFeedback } from "@understudy/db/queries/feedback";
import { findMessage } from "@understudy/db/queries/messages";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import { findGovernance } from "../governance/find-governance.ts";
import { hiderFor } from "../governance/hide-personal.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { announce } from "../webhook/announce.ts";
import { GiveFeedbackInput, Message } from "./contract.ts";
import { findAnswer } from "./find-answer.ts";

/** A thumb and a word on an answer; saying it again changes it. */
export const giveFeedback = useCase({
  permission: "twin.ask",
  input: GiveFeedbackInput,
  output: Message,
  run: (ctx, { messageId, ...given }) =>
    ctx.transaction(async (tx) => {
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
    }),
});

function unfinished(): DomainError {
  return new DomainError(
    "conflict",
    "message.unfinished",
    "There is no whole answer to judge yet.",
  );
}
