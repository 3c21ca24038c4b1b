import { deleteCorrection } from "@understudy/db/queries/answer-corrections";
import { removeCorrectedEvent } from "@understudy/db/queries/user-events";
import { useCase } from "../../kernel/use-case.ts";
import { dropTest } from "../../quality/tests.ts";
import { takeBackAnswer } from "../../verified-answer/take-back-answer.ts";
import { Message } from "../contract.ts";
import { findAnswer } from "../find-answer.ts";
import { UndoCorrectionInput } from "./contract.ts";
import { overtaken } from "./correct-answer.ts";
import { requireAnswer } from "./require-answer.ts";

/** Takes back what a correction taught, its test and its word to the visitor; never what was edited since. */
export const undoCorrection = useCase({
  permission: "verified.write",
  input: UndoCorrectionInput,
  output: Message,
  run: (ctx, seen) =>
    ctx.transaction(async (tx) => {
      await requireAnswer(tx, seen.messageId);
      const removed = await deleteCorrection(tx, seen);
      if (!removed) throw overtaken();
      const { verifiedQnaId, verifiedVersion, qualityTestId, messageId } = removed;
      await removeCorrectedEvent(tx, messageId);
      if (qualityTestId) await dropTest(ctx, tx, qualityTestId);
      const isTaken =
        !verifiedQnaId || (await takeBackAnswer(ctx, tx, { verifiedQnaId, verifiedVersion }));
      if (!isTaken) throw overtaken();
      const subject = { subjectKind: "message", subjectId: messageId };
      await ctx.audit(tx, { action: "conversation.undoCorrection", ...subject });
      return findAnswer(ctx, tx, messageId);
    }),
});
