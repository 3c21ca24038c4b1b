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

  it("throws also what something in between says", async () => {
    const { client } = instanceThatSays(
      () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    );
    await expect(client.ask(question).next()).rejects.toMatchObject({
      status: 502,
      reason: "unknown",
    });
  });
});
