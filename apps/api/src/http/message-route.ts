import { askQuestion } from "@understudy/core/conversation/ask-question";
import { type AnswerEvent, AskInput } from "@understudy/core/conversation/contract";
import { followAnswer } from "@understudy/core/conversation/follow-answer";
import { permissionToAsk } from "@understudy/core/conversation/permission-to-ask";
import type { Actor, VisitorActor } from "@understudy/core/kernel/actor";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { Id } from "@understudy/core/kernel/ids";
import { authorize } from "@understudy/core/kernel/use-case";
import { eventsForVisitor } from "@understudy/core/visitor/show-to-visitor";
import { Hono } from "hono";
import { parseAccept } from "hono/utils/accept";
import { z } from "zod";
import { judgedStream } from "../judged-stream.ts";
import { eventStream, resumed } from "./event-stream.ts";
import type { HttpEnv } from "./http-env.ts";
import { JSON_BODY_BYTES, limitBody } from "./limit-body.ts";
import { readIdempotencyKey } from "./read-idempotency-key.ts";
import { readJson } from "./read-json.ts";

const Place = z.object({ messageId: Id, after: z.coerce.number().int().min(0).default(0) });

/** Asks in a conversation; the answer comes as server-sent events, their ids the sequence numbers. */
export function messageRoute() {
  const route = new Hono<HttpEnv>();
  route.post("/api/messages", limitBody(JSON_BODY_BYTES), async (c) => {
    const request = c.get("request");
    request.admitQuestion();
    const actor = await request.actor();
    const permission = permissionToAsk(actor);
    await authorize(request.contextOf(actor), permission);
    const input = await readJson(c, AskInput);
    request.traceAnswer(actor, input.conversationId);
    const idempotencyKey = readIdempotencyKey(c.req.header("idempotency-key"));
    const languages = readLanguages(c.req.header("accept-language"));
    const events = judgedStream(request, {
      permission,
      until: request.halting,
      run: (ctx) => askQuestion(ctx, { ...input, idempotencyKey, languages }),
    });
    return streamAnswer(actor, await events.next(), events);
  });
  route.get("/api/messages/:messageId/events", async (c) => {
    const request = c.get("request");
    const actor = await request.actor();
    const permission = permissionToAsk(actor);
    await authorize(request.contextOf(actor), permission);
    const place = readPlace(c.req.param("messageId"), c.req.header("last-event-id"));
    const events = judgedStream(request, {
      permission,
      until: request.halting,
      run: (ctx) => followAnswer(ctx, place),
    });
    return streamAnswer(actor, await events.next(), events);
  });
  return route;
}

/** What the browser, or the chat on a page in another language, is set to; the most wanted first. */
function readLanguages(header = ""): string[] {
  return parseAccept(header).map(({ type }) => type);
}

/** A browser that reconnects says where it was, as the event stream's own standard has it. */
function readPlace(messageId: string, lastEventId: string | undefined) {
  const place = Place.safeParse({ messageId, after: lastEventId });
  if (place.success) return place.data;
  throw new DomainError("not_found", "message.not_found", "There is no such message.");
}

/** Names the answer before its first words, so that a caller can stop or resume it whatever it reads. */
function streamAnswer(
  actor: Actor,
  first: IteratorResult<readonly AnswerEvent[], void>,
  rest: AsyncGenerator<readonly AnswerEvent[]>,
): Response {
  const frame = actor.kind === "visitor" ? framesFor(actor) : frameOf;
  const reply = eventStream(frames(resumed(first, rest), frame));
  const messageId = first.value?.[0]?.messageId;
  if (messageId) reply.headers.set("x-message-id", messageId);
  return reply;
}

async function* frames(
  told: AsyncIterable<readonly AnswerEvent[]>,
  frame: (event: AnswerEvent) => string,
): AsyncGenerator<string> {
  for await (const events of told) {
    yield events.map(frame).join("");
    if (events.some(({ type }) => type === "done" || type === "error")) return;
  }
}

function framesFor({ citationsShown }: VisitorActor): (event: AnswerEvent) => string {
  return (event) => eventsForVisitor(event, citationsShown).map(frameOf).join("");
}

function frameOf(event: { sequence: number }): string {
  return `id: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;
}
