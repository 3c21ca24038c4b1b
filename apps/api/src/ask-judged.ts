import { askQuestion } from "@understudy/core/conversation/ask-question";
import type { AnswerEvent } from "@understudy/core/conversation/contract";
import type { Ask } from "@understudy/core/conversation/exchange";
import { resumed } from "./http/event-stream.ts";
import { judgedStream } from "./judged-stream.ts";
import type { RequestContext } from "./request-context.ts";

/**
 * Asks for a program, which reads an answer's events one by one. Settles with the first of them, so
 * that a question that is refused is refused before anything is replied.
 */
export async function askJudged(
  request: RequestContext,
  ask: Ask,
): Promise<AsyncIterable<AnswerEvent>> {
  request.traceAnswer(await request.actor(), ask.conversationId);
  const answering = judgedStream(request, {
    permission: "twin.ask",
    until: request.halting,
    run: (ctx) => askQuestion(ctx, ask),
  });
  return each(resumed(await answering.next(), answering));
}

async function* each<Item>(told: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const items of told) yield* items;
}
