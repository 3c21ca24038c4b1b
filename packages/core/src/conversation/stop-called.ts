import { findUnfinishedAnswer } from "@understudy/db/queries/answer-runs";
import type { Context } from "../kernel/context.ts";
import { execute } from "../kernel/use-case.ts";
import { pause } from "./follow-answer.ts";
import { stopAnswer } from "./steer-answer.ts";

/** One who takes a call back at once is heard before its question is stored. */
const LOOK_FOR_MS = 2_000;

/**
 * Stops the answer that a program's call began, in whichever process it is made; `keyPrefix` is how the
 * key begins that the call asked under. Nothing happens when it has ended, or never began.
 */
export async function stopCalled(ctx: Context, keyPrefix: string): Promise<void> {
  const until = performance.now() + LOOK_FOR_MS;
  do {
    const messageId = await ctx.transaction((tx) => findUnfinishedAnswer(tx, { keyPrefix }));
    if (messageId) {
      await execute(ctx, stopAnswer, { messageId });
      return;
    }
    await pause(ctx.signal);
  } while (performance.now() < until && !ctx.signal.aborted);
}
