import { setTimeout as delay } from "node:timers/promises";
import { listMessageEvents, watchAnswer } from "@understudy/db/queries/answer-runs";
import type { Context } from "../kernel/context.ts";
import { AnswerEvent, type Message } from "./contract.ts";
import { findAnswer } from "./find-answer.ts";

const LOOK_EVERY_MS = 200;
const WATCH_SECONDS = 10;

export interface EventsSoFar {
  events: AnswerEvent[];
  /** No more will come. */
  ended: boolean;
}

/**
 * The events of an answer behind a sequence number, to its end: from memory where this process makes
 * it, else as the database has them. An answer that ended before is told anew, whole.
 */
export async function* followAnswer(
  ctx: Context,
  { messageId, after }: { messageId: string; after: number },
): AsyncGenerator<readonly AnswerEvent[]> {
  // What this process remembers knows no tenant: only the database says whose answer it is.
  await ctx.transaction((tx) => findAnswer(ctx, tx, messageId));
  yield* followOwn(ctx, { messageId, after });
}

/** The same, for an answer that the database has just said to be the caller's. */
export async function* followOwn(
  ctx: Context,
  { messageId, after }: { messageId: string; after: number },
): AsyncGenerator<readonly AnswerEvent[]> {
  const live = ctx.ports.answerRuns.find(messageId);
  if (live) return yield* live.follow(after, ctx.signal);
  let last = after;
  while (!ctx.signal.aborted) {
    const { events, ended } = await readEvents(ctx, { messageId, after: last });
    last = events.at(-1)?.sequence ?? last;
    if (events.length > 0) yield events;
    if (ended) return;
    await pause(ctx.signal);
  }
}

/** What there is now. The process that writes hears that someone follows. */
export async function readEvents(
  ctx: Context,
  { messageId, after }: { messageId: string; after: number },
): Promise<EventsSoFar> {
  const live = ctx.ports.answerRuns.find(messageId);
  if (live) {
    const events = live.events.filter(({ sequence }) => sequence > after);
    return { events, ended: live.isClosed };
  }
  return ctx.transaction(async (tx) => {
    const message = await findAnswer(ctx, tx, messageId);
    if (hasEnded(message)) return { events: [...tellWhole(message, after)], ended: true };
    await watchAnswer(tx, { messageId, seconds: WATCH_SECONDS });
    const kept = await listMessageEvents(tx, { messageId, after });
    return { events: kept.map((event) => AnswerEvent.parse(event)), ended: false };
  });
}

/** Until the next look; a caller who leaves ends it early. */
export async function pause(until: AbortSignal): Promise<void> {
  await delay(LOOK_EVERY_MS, undefined, { signal: until }).catch(() => {});
}

function hasEnded({ status }: Message): boolean {
  return status !== "pending" && status !== "streaming";
}

function* tellWhole(message: Message, after: number): Generator<AnswerEvent> {
  const { id: messageId } = message;
  let sequence = after;
  const numbered = () => {
    sequence += 1;
    return { sequence, messageId };
  };
  yield { type: "replace", text: message.text, ...numbered() };
  for (const citation of message.citations) yield { type: "citation", citation, ...numbered() };
  yield { type: "done", message, ...numbered() };
}
