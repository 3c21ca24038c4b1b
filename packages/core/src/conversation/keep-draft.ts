import { keepAnswer } from "@understudy/db/queries/answer-runs";
import type { Context } from "../kernel/context.ts";
import type { AnswerDraft } from "./answer-draft.ts";
import type { AnswerRun } from "./answer-run.ts";
import { Abandoned, StopRequested } from "./why-stopped.ts";

const KEEP_EVERY_MS = 300;
const LEASE_SECONDS = 15;

/** Flushes a running answer to the database, and hears there whether it is to stop. */
export function keepDraft(
  ctx: Context,
  { exchange, live, stop, abandonedAfterMs }: AnswerRun,
  draft: AnswerDraft,
): { finish(): Promise<void> } {
  const { answerId: messageId, twin } = exchange;
  let kept = 0;
  let keeping: Promise<void> = Promise.resolve();
  const keep = async () => {
    const events = live.events.slice(kept).map((event) => ({ sequence: event.sequence, event }));
    const answer = {
      messageId,
      twinId: twin.id,
      text: draft.said.text,
      events,
      leaseSeconds: LEASE_SECONDS,
    };
    const wishes = await ctx.transaction((tx) => keepAnswer(tx, answer));
    kept += events.length;
    if (!wishes || wishes.stopRequested) stop.abort(new StopRequested());
    else if (!wishes.watchedElsewhere && live.unwatchedMs() > abandonedAfterMs) {
      stop.abort(new Abandoned());
    }
  };
  const timer = setInterval(() => {
    keeping = keeping.then(keep).catch((error: unknown) => {
      ctx.log.warn({ err: error, messageId }, "an answer could not be kept");
    });
  }, KEEP_EVERY_MS);
  return {
    async finish() {
      clearInterval(timer);
      await keeping;
    },
  };
}
