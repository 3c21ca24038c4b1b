import { describe, expect, it } from "vitest";
import { createUnderstudyClient } from "./create-client.ts";

const question = { conversationId: "0b3e", message: "Is it striped?" };
const WIRE = 'id: 1\ndata: {"type":"delta","text":"Yes."}\n\nid: 2\ndata: {"type":"done"}\n\n';

/** An instance that gives one reply and remembers what it was sent. */
function instanceThatSays(reply: () => Response) {
  const sent: { address: string; init: RequestInit }[] = [];
  const client = createUnderstudyClient({
    url: "https://twins.example/",
    apiKey: "us_sk_test",
    fetch: async (address, init = {}) => {
      sent.push({ address: String(address), init });
      return reply();
    },
  });
  return { client, sent };
}

describe("ask", () => {
  it("yields the events of the answer", async () => {
    const { client, sent } = instanceThatSays(() => new Response(WIRE));
    const types = [];
    for await (const { type } of client.ask({ ...question, idempotencyKey: "k1" }))
      types.push(type);
    expect(types).toEqual(["delta", "done"]);
    expect(sent[0]?.address).toBe("https://twins.example/api/messages");
    expect(sent[0]?.init).toMatchObject({
      headers: { authorization: "Bearer us_sk_test", "idempotency-key": "k1" },
      body: JSON.stringify(question),
    });
  });

  it("goes on behind the last event where the connection broke, and asks nothing twice", async () => {
    const replies = [
      'id: 1\ndata: {"type":"delta","text":"Yes","sequence":1,"messageId":"m1"}\n\n',
      'id: 2\ndata: {"type":"done","sequence":2,"messageId":"m1"}\n\n',
    ];
    const { client, sent } = instanceThatSays(() => new Response(replies.shift()));
    const types = [];
    for await (const { type } of client.ask(question)) types.push(type);
    expect(types).toEqual(["delta", "done"]);
    expect(sent.map(({ address, init }) => [init.method ?? "GET", address])).toEqual([
      ["POST", "https://twins.example/api/messages"],
      ["GET", "https://twins.example/api/messages/m1/events"],
    ]);
    expect(sent[1]?.init.headers).toMatchObject({ "last-event-id": "1" });
  });

  it("asks again under the same key where nothing was heard", async () => {
    const replies = [new Response(""), new Response(WIRE)];
    const { client, sent } = instanceThatSays(() => replies.shift()!);
    for await (const _ of client.ask(question));
    const keys = sent.map(({ init }) => new Headers(init.headers).get("idempotency-key"));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it("throws a refusal by its reason, with the id that names it in the logs", async () => {
    const error = { reason: "conversation.not_found", message: "There is no such conversation." };
    const headers = { "x-correlation-id": "c0ffee00" };
    const { client } = instanceThatSays(() => Response.json({ error }, { status: 404, headers }));
    await expect(client.ask(question).next()).rejects.toMatchObject({
      ...error,
      status: 404,
      correlationId: "c0ffee00",
    });
  });

  it("throws its caller's own reason where they left, not that the connection broke", async () => {
    const leave = new AbortController();
    const { client } = instanceThatSays(() => new Response(WIRE.slice(0, -1)));
    const events = client.ask({ ...question, signal: leave.signal });
    await events.next();
    leave.abort();
    await expect(events.next()).rejects.toBe(leave.signal.reason);
  });

  it("throws also what something in between says", async () => {
    const { client } = instanceThatSays(
      () => new Response("<h1>Bad gateway</h1>", { status: 500 }),
    );
    await expect(client.ask(question).next()).rejects.toMatchObject({
      status: 500,
      reason: "unknown",
    });
  });
});
