import { settleClarification } from "@understudy/db/queries/clarifications";
import { MAX_STATEMENT_CHARACTERS } from "../belief/contract.ts";
import { createBelief } from "../belief/create-belief.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { readClarification, requireClarification } from "./clarifications.ts";
import { Clarification, ReplyInput } from "./contract.ts";

/** The owner's reply teaches the twin, as what is given for this question, or as what the owner holds. */
export const replyToClarification = useCase({
  permission: "clarification.write",
  input: ReplyInput,
  output: Clarification,
  run: async (ctx, { clarificationId, text, as }) => {
    const { twinId, question } = await ctx.transaction((tx) =>
      requireClarification(tx, clarificationId),
    );
    const taught = { twinId, phrasings: [], reviewBy: null };
    const became =
      as === "verified"
        ? {
            verifiedQnaId: (
              await createVerifiedAnswer.run(ctx, { ...taught, question, answer: text })
            ).id,
          }
        : {
            beliefId: (await createBelief.run(ctx, { twinId, statement: short(text), scope: null }))
              .id,
          };
    // Should this not come about, the question stays open and its answer is there: it is asked for no twice.
    return ctx.transaction(async (tx) => {
      await settleClarification(tx, clarificationId, { status: "answered", ...became });
      const subject = { subjectKind: "clarification", subjectId: clarificationId };
      await ctx.audit(tx, { action: "clarification.reply", ...subject, details: { as } });
      return readClarification(await requireClarification(tx, clarificationId));
    });
  },
});

function short(text: string): string {
  if (text.length <= MAX_STATEMENT_CHARACTERS) return text;
  throw new DomainError(
    "invalid",
    "belief.too_long",
    `A belief has at most ${MAX_STATEMENT_CHARACTERS} characters.`,
  );
}
