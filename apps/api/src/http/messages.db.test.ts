import { AnswerEvent } from "@understudy/core/conversation/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";

const QUESTION = "What does the Ada lighthouse look like?";
let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

const startChat = async () =>
  (await resultOf<{ id: string }>(world.owner.mutate("chat.start", { twinId: world.ids.twinId })))
    .id;

function ask(conversationId: string, message: string, key?: string): Promise<Response> {
  return world.owner.send("/api/messages", {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { "idempotency-key": key }) },
    body: JSON.stringify({ conversationId, message }),
  });
}

async function eventsOf(reply: Response) {
  const text = await reply.text();
  expect(text).toMatch(/^id: 1\n/);
  expect(reply.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const frames = text.split("\n\n").filter((frame) => frame.startsWith("id:"));
  return frames.map((frame) => {
    const [id = "", data = ""] = frame.split("\n");
    const event = AnswerEvent.parse(JSON.parse(data.slice("data: ".length)));
    expect(id).toBe(`id: ${event.sequence}`);
    return event;
  });
}

const messagesOf = async (conversationId: string) =>
  (
    await resultOf<{ messages: unknown[] }>(
      world.owner.query("conversation.get", { conversationId }),
    )
  ).messages;

describe("asking", () => {
  it("streams the answer with its citations, numbered, to one end", async () => {
    const reply = await ask(await startChat(), QUESTION);
    const events = await eventsOf(reply);
    expect(reply.headers.get("x-message-id")).toBe(events[0]?.messageId);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
    const last = events.at(-1);
    if (last?.type !== "done") throw new Error("the answer did not end");
    expect(last.message).toMatchObject({ status: "complete", answered: true });
    const [citation] = last.message.citations;
    expect(citation).toMatchObject({
      sourceId: world.ids.sourceId,
      quote: expect.stringContaining("striped"),
    });
    const { start, end } = citation?.answerSpan ?? { start: 0, end: 0 };
    expect(last.message.text.slice(start, end)).toContain("striped");
  });

  it("answers a repeated key once, and again with the same words", async () => {
    const chat = await startChat();
    const [first, second] = [await ask(chat, QUESTION, "once"), await ask(chat, QUESTION, "once")];
    const ends = [(await eventsOf(first)).at(-1), (await eventsOf(second)).at(-1)];
    expect(ends[0]).toMatchObject({ type: "done" });
    expect(ends[1]).toEqual(ends[0]);
    expect(await messagesOf(chat)).toHaveLength(2);
    expect((await ask(chat, "Other words?", "once")).status).toBe(409);
  });

  it("does it once when twenty ask with one key at the same time", async () => {
    const chat = await startChat();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => ask(chat, QUESTION, "race")),
    );
    for (const reply of replies) {
      expect([200, 409]).toContain(reply.status);
      if (reply.ok) expect((await eventsOf(reply)).at(-1)?.type).toBe("done");
    }
    expect(replies.some(({ ok }) => ok)).toBe(true);
    expect(await messagesOf(chat)).toHaveLength(2);
  });

  it("keeps keys apart by conversation", async () => {
    const [one, other] = [await startChat(), await startChat()];
    await eventsOf(await ask(one, QUESTION, "shared"));
    await eventsOf(await ask(other, "Something else entirely?", "shared"));
    expect(await messagesOf(other)).toHaveLength(2);
  });

  it.each([
    [{}, 400],
    [{ message: "x" }, 400],
    [{ conversationId: "nope", message: "x" }, 400],
    [{ conversationId: crypto.randomUUID(), message: "x" }, 404],
    [{ conversationId: crypto.randomUUID(), message: "x".repeat(8_001) }, 400],
    [{ conversationId: crypto.randomUUID(), message: "  " }, 400],
  ])("refuses %j before it streams", async (body, status) => {
    const reply = await world.owner.send("/api/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({
      error: { reason: expect.any(String), correlationId: expect.any(String) },
    });
  });
});
