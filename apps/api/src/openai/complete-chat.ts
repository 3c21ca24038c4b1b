import { readAnswerUsage } from "@understudy/core/conversation/answer-usage";
import { startChat } from "@understudy/core/conversation/conversations";
import { openKeyedChat } from "@understudy/core/conversation/open-keyed-chat";
import { authorize, execute } from "@understudy/core/kernel/use-case";
import { getTwinByHandle } from "@understudy/core/twin/get-twin-by-handle";
import type { Context } from "hono";
import { askJudged } from "../ask-judged.ts";
import { eventStream } from "../http/event-stream.ts";
import type { HttpEnv } from "../http/http-env.ts";
import { readIdempotencyKey } from "../http/read-idempotency-key.ts";
import { readJson } from "../http/read-json.ts";
import { lastMessage } from "../last-message.ts";
import { type Completion, wholeCompletion } from "./completion-shapes.ts";
import { CompletionRequest } from "./contract.ts";
import { readQuestion } from "./read-question.ts";
import { completionFrames } from "./stream-completion.ts";

/** Each call is a conversation of its own, on the twin that `model` names; sent again under its key, the same. */
export async function completeChat(c: Context<HttpEnv>): Promise<Response> {
  const request = c.get("request");
  request.admitQuestion();
  const ctx = request.contextOf(await request.actor());
  await authorize(ctx, "twin.ask");
  const body = await readJson(c, CompletionRequest);
  const { question: message, askedBefore } = readQuestion(body);
  const twin = await execute(ctx, getTwinByHandle, { handle: body.model });
  const idempotencyKey = readIdempotencyKey(c.req.header("idempotency-key"));
  const { id: conversationId, createdAt } = idempotencyKey
    ? await openKeyedChat(ctx, { twinId: twin.id, idempotencyKey })
    : await execute(ctx, startChat, { twinId: twin.id });
  const createdSeconds = Math.floor(Date.parse(createdAt) / 1_000);
  const completion: Completion = { handle: twin.handle, conversationId, createdSeconds };
  const ask = { conversationId, message, idempotencyKey, askedBefore };
  const events = await askJudged(request, ask);
  const usageOf = (messageId: string) => readAnswerUsage(ctx, messageId);
  if (body.stream) {
    const includeUsage = body.stream_options?.include_usage === true;
    return eventStream(completionFrames(completion, events, { includeUsage, usageOf }));
  }
  const answer = await lastMessage(events);
  return c.json(wholeCompletion(completion, answer, await usageOf(answer.id)));
}
