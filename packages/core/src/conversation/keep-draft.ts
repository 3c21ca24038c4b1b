import { twinIdsOf } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { AnswerDraft } from "./answer-draft.ts";
import type { AnswerRun } from "./answer-run.ts";

/** Has a running answer flushed to the database, and stopped when that is wished there. */
export function keepDraft(
  ctx: Context,
  { exchange, ...making }: AnswerRun,
  draft: AnswerDraft,
): { finish(): Promise<void> } {
  const { answerId: messageId } = exchange;
  return ctx.ports.answerRuns.drafts.keep({
    ...making,
    messageId,
    draft,
    scope: scopeOf(ctx),
    transaction: ctx.transaction,
    warn: (err) => ctx.log.warn({ err, messageId }, "an answer could not be kept"),
  });
}

/** What the caller's transactions see: a tenant, or some of its twins. */
function scopeOf({ actor }: Context): string {
  const twinIds = twinIdsOf(actor);
  return `${actor.tenantId}/${twinIds === null ? "all" : twinIds.toSorted().join(",")}`;
}
