import { settleClarification } from "@understudy/db/queries/clarifications";
import { settleClustersOf } from "@understudy/db/queries/question-clusters";
import type { TenantTx } from "@understudy/db/scope";
import { withBelief } from "../belief/create-belief.ts";
import { short } from "../belief/short-statement.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { addVerifiedAnswer, asQuestionTaken } from "../verified-answer/create-verified-answer.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import { readClarification, requireClarification } from "./clarifications.ts";
import { Clarification, ReplyInput } from "./contract.ts";

/** The owner's reply teaches the twin, as what is given for this question, or as what the owner holds. */
export const replyToClarification = useCase({
  permission: "clarification.write",
  input: ReplyInput,
  output: Clarification,
  run: async (ctx, { clarificationId, text, as }) => {
    const { twinId, question } = await ctx.transaction((tx) =>
      requireUnanswered(tx, clarificationId),
    );
    const settle = async (tx: TenantTx, became: Became) => {
      await requireUnanswered(tx, clarificationId);
      const settled = { status: "answered", ...became } as const;
      await settleClarification(tx, clarificationId, settled);
      await settleClustersOf(tx, { twinId, questionKey: questionKey(question) }, settled);
      const subject = { subjectKind: "clarification", subjectId: clarificationId };
      await ctx.audit(tx, { action: "clarification.reply", ...subject, details: { as } });
      return readClarification(await requireClarification(tx, clarificationId));
    };
    if (as === "belief") {
      const belief = { twinId, statement: short(text), scope: null };
      return withBelief(ctx, belief, (tx, { id }) => settle(tx, { beliefId: id }));
    }
    const taught = { twinId, question, phrasings: [], answer: text, reviewBy: null };
    return ctx
      .transaction(async (tx) =>
        settle(tx, { verifiedQnaId: (await addVerifiedAnswer(ctx, tx, taught)).id }),
      )
      .catch((error: unknown) => {
        throw asQuestionTaken(error);
      });
  },
});

type Became = { verifiedQnaId: string } | { beliefId: string };

/** What somebody else has answered meanwhile is not answered twice. */
async function requireUnanswered(tx: TenantTx, clarificationId: string) {
  const row = await requireClarification(tx, clarificationId);
  if (row.status !== "answered") return row;
  throw new DomainError(
    "conflict",
    "clarification.answered",
    "This question was answered meanwhile.",
  );
}
