import { requestStop } from "@understudy/db/queries/answer-runs";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { Id } from "../kernel/ids.ts";
import { useCase } from "../kernel/use-case.ts";
import { AnswerEvent, Message } from "./contract.ts";
import { findAnswer } from "./find-answer.ts";
import { pause, readEvents } from "./follow-answer.ts";

const LONGEST_WAIT_MS = 8_000;

/** Ends an answer, and what it costs, in whichever process it is made; what was said stays. */
export const stopAnswer = useCase({
  permission: "twin.ask",
  input: z.object({ messageId: Id }),
  output: Message,
  run: async (ctx, { messageId }) => {
    await ctx.transaction(async (tx) => {
      await findAnswer(ctx, tx, messageId);
      await requestStop(tx, messageId);
    });
    ctx.ports.answerRuns.stop(messageId);
    return ctx.transaction((tx) => findAnswer(ctx, tx, messageId));
  },
});

/**
 * The events of an answer behind `after`. Waits up to 8 seconds for there to be any; `ended` says
 * that no more will come.
 */
export const resumeAnswer = useCase({
  permission: "twin.ask",
  input: z.object({ messageId: Id, after: z.int().min(0).default(0) }),
  output: z.object({ events: z.array(AnswerEvent), ended: z.boolean() }),
  run: async (ctx, place) => {
    await ctx.transaction((tx) => findAnswer(ctx, tx, place.messageId));
    const until = AbortSignal.any([ctx.signal, AbortSignal.timeout(LONGEST_WAIT_MS)]);
    await untilNews(ctx, place, until);
    for (;;) {
      const { events, ended } = await readEvents(ctx, place);
      if (events.length > 0 || ended || until.aborted) return { events, ended };
      await pause(until);
    }
  },
});

/** Whoever asks again and again follows the answer, and keeps it from being given up. */
async function untilNews(
  ctx: Context,
  { messageId, after }: { messageId: string; after: number },
  until: AbortSignal,
): Promise<void> {
  const following = ctx.ports.answerRuns.find(messageId)?.follow(after, until);
  await following?.next();
  await following?.return(undefined);
}
