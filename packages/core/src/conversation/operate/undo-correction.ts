import { deleteCorrection } from "@understudy/db/queries/answer-corrections";
import { removeCorrectedEvent } from "@understudy/db/queries/user-events";
import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import { listVerifiedVersions } from "@understudy/db/queries/verified-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../../kernel/context.ts";
import { useCase } from "../../kernel/use-case.ts";
import { dropTest } from "../../quality/tests.ts";
import { editVerifiedAnswer } from "../../verified-answer/update-verified-answer.ts";
import { dropVerifiedAnswer } from "../../verified-answer/verified-answers.ts";
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
      if (verifiedQnaId) await unteach(ctx, tx, { verifiedQnaId, verifiedVersion });
      const subject = { subjectKind: "message", subjectId: messageId };
      await ctx.audit(tx, { action: "conversation.undoCorrection", ...subject });
      return findAnswer(ctx, tx, messageId);
    }),
});

async function unteach(
  ctx: Context,
  tx: TenantTx,
  { verifiedQnaId, verifiedVersion }: { verifiedQnaId: string; verifiedVersion: number },
): Promise<void> {
  const current = await findVerifiedAnswer(tx, verifiedQnaId);
  if (!current) return;
  if (current.version !== verifiedVersion) throw overtaken();
  const page = { verifiedAnswerId: verifiedQnaId, beforeNumber: verifiedVersion, limit: 1 };
  const [before] = await listVerifiedVersions(tx, page);
  if (!before) await dropVerifiedAnswer(ctx, tx, verifiedQnaId);
  else
    await editVerifiedAnswer(ctx, tx, { verifiedAnswerId: verifiedQnaId, answer: before.answer });
}
