import { askQuestion } from "@understudy/core/conversation/ask-question";
import { type AnswerEvent, AskInput } from "@understudy/core/conversation/contract";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { authorize } from "@understudy/core/kernel/use-case";
import { Hono } from "hono";
import { judgedStream } from "../judged-stream.ts";
import { eventStream, resumed } from "./event-stream.ts";
import type { HttpEnv } from "./http-env.ts";
import { JSON_BODY_BYTES, limitBody } from "./limit-body.ts";
import { readJson } from "./read-json.ts";

const IDEMPOTENCY_KEY = /^[\x21-\x7E]{1,255}$/;

/** Asks in a conversation; the answer comes as server-sent events, their ids the sequence numbers. */
export function messageRoute() {
  const route = new Hono<HttpEnv>();
  route.post("/api/messages", limitBody(JSON_BODY_BYTES), async (c) => {
    const request = c.get("request");
    await authorize(request.contextOf(await request.actor()), "twin.ask");
    const input = await readJson(c, AskInput);
    const idempotencyKey = readIdempotencyKey(c.req.header("idempotency-key"));
    const events = judgedStream(request, {
      permission: "twin.ask",
      until: request.halting,
      run: (ctx) => askQuestion(ctx, { ...input, idempotencyKey }),
    });
    return eventStream(frames(resumed(await events.next(), events)));
  });
  return route;
}

function readIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  throw new DomainError("invalid", "idempotency.invalid_key", "Send a key of 1 to 255 characters.");
}

async function* frames(events: AsyncIterable<AnswerEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    yield `id: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;
    if (event.type === "done" || event.type === "error") return;
  }
}
