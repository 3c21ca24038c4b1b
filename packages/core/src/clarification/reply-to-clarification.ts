import { settleClarification } from "@understudy/db/queries/clarifications";
import type { TenantTx } from "@understudy/db/scope";
import { MAX_STATEMENT_CHARACTERS } from "../belief/contract.ts";
import { withBelief } from "../belief/create-belief.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { addVerifiedAnswer, asQuestionTaken } from "../verified-answer/create-verified-answer.ts";
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
      await settleClarification(tx, clarificationId, { status: "answered", ...became });
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

function short(text: string): string {
  if (text.length <= MAX_STATEMENT_CHARACTERS) return text;
  throw new DomainError(
    "invalid",
    "belief.too_long",
    `A belief has at most ${MAX_STATEMENT_CHARACTERS} characters.`,
  );
}
