import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import { giveFeedback } from "../conversation/give-feedback.ts";
import { getConversation } from "../conversation/operate/get-conversation.ts";
import { openEgress } from "../egress/open-egress.ts";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { publishRelease } from "../release/publish-release.ts";
import { pruneOldDeliveries } from "../retention/prune-deliveries.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { announce } from "./announce.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "./contract.ts";
import { listDeliveries, redeliver, sendTestEvent } from "./deliveries.ts";
import { type Receiver, startReceiver, verifyEvent } from "./testing/start-receiver.ts";
import {
  createWebhook,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from "./webhooks.ts";

let receiver: Receiver;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  receiver = await startReceiver();
  const egress = openEgress({ allow: new Set([receiver.site.host]), maxBytes: 1_048_576 });
  world = await openTestWorld({ egress });
});
beforeEach(async () => {
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  receiver.received.length = 0;
  receiver.answer = { status: 204 };
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const listen = (events: WebhookEvent[] = [...WEBHOOK_EVENTS], twinIds: string[] | null = null) =>
  createWebhook.run(owner, { url: `${receiver.site.url}/in`, name: "", events, twinIds });
const publish = () => publishRelease.run(owner, { twinId, note: "", waitSeconds: 0 });
const deliver = () => world.runJobs(tenant, "webhook");
const only = async (webhookId: string) => {
  const { items } = await listDeliveries.run(owner, { webhookId, limit: 10 });
  expect(items).toHaveLength(1);
  return items[0]!;
};

test("what happens arrives signed, with ids and nothing that anyone wrote", async () => {
  const { secret } = await listen();
  const text = "The lamp of Kereva burns rapeseed oil in winter.";
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Light", text });
  await world.runJobs(tenant);
  const { id: conversationId } = await startChat.run(owner, { twinId });
  const ask = async (message: string) => {
    for await (const _ of askQuestion(owner, { conversationId, message }));
    return (await getConversation.run(owner, { conversationId })).messages.at(-1)!.id;
  };
  const messageId = await ask("What does the lamp of Kereva burn in winter?");
  await ask("Who was the first emperor of Rome?");
  await giveFeedback.run(owner, { messageId, rating: "down", comment: "Confidential words." });
  const release = await publish();
  await deliver();

  const told = receiver.received.map((each) => verifyEvent(secret, each));
  expect(told.map(({ type }) => type).toSorted()).toEqual([
    "feedback.given",
    "message.answered",
    "message.unanswered",
    "release.published",
    "source.live",
  ]);
  const data = Object.fromEntries(told.map((each) => [each.type, each.data]));
  expect(data["message.answered"]).toEqual({
    twinId,
    conversationId,
    messageId,
    channel: "studio",
  });
  expect(data["feedback.given"]).toEqual({ twinId, conversationId, messageId, rating: "down" });
  expect(data["source.live"]).toEqual({ twinId, sourceId });
  expect(release).toMatchObject({ id: data["release.published"]?.releaseId, number: 1 });
  const [first] = receiver.received;
  const forged = { ...first!, body: first!.body.replace(first!.body[9]!, "?") };
  expect(() => verifyEvent(secret, forged)).toThrow(/signature/i);
  expect(JSON.stringify(receiver.received)).not.toMatch(/rapeseed|emperor|Confidential/);
});

test("only who listens to the event and to the twin is told, and a change that fails tells nobody", async () => {
  const { id: other } = await createTwin.run(owner, { name: "Other" });
  await listen(["source.live"]);
  await listen(["release.published"], [other]);
  const { id } = await listen(["release.published"], [twinId]);
  await publish();
  await deliver();
  expect(receiver.received).toHaveLength(1);
  expect((await only(id)).status).toBe("delivered");
  const failing = owner.transaction(async (tx) => {
    const data = { releaseId: twinId, number: 9 };
    await announce(tx, { type: "release.published", twinId, data });
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  await deliver();
  expect(receiver.received).toHaveLength(1);
});

test("what fails is tried again under the same id, and delivered once it is taken", async () => {
  const { id, secret } = await listen(["release.published"]);
  receiver.answer = { status: 503, body: "busy\0", headers: { "retry-after": "90" } };
  await publish();
  await deliver();
  const waiting = await only(id);
  expect(waiting).toMatchObject({ status: "waiting", responseStatus: 503, responseText: "busy" });
  const waitMs = Date.parse(waiting.nextAttemptAt!) - Date.parse(waiting.attempts[0]!.at);
  expect(waitMs).toBeGreaterThan(80_000);
  expect((await listWebhooks.run(owner, { limit: 10 })).items[0]?.failingSince).not.toBeNull();

  receiver.answer = { status: 200 };
  await deliver();
  expect(await only(id)).toMatchObject({
    status: "delivered",
    attempts: [{ status: 503 }, { status: 200 }],
    nextAttemptAt: null,
  });
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(receiver.received.map((each) => verifyEvent(secret, each).type)).toHaveLength(2);
  expect((await listWebhooks.run(owner, { limit: 10 })).items[0]?.failingSince).toBeNull();

  await redeliver.run(owner, { deliveryId: waiting.id });
  await deliver();
  expect(receiver.received).toHaveLength(3);
  expect(receiver.received[2]!.body).toBe(receiver.received[0]!.body);
});

test("a redirect is an answer like others: nothing is sent on", async () => {
  const { id } = await listen(["release.published"]);
  receiver.answer = { status: 307, headers: { location: `${receiver.site.url}/elsewhere` } };
  await publish();
  await deliver();
  expect(receiver.received.map(({ path }) => path)).toEqual(["/in"]);
  expect(await only(id)).toMatchObject({ status: "waiting", responseStatus: 307 });
});

test("what is on no public address is refused, when it is given and again when it is sent to", async () => {
  const make = (url: string) =>
    createWebhook.run(owner, { url, name: "", events: ["source.live"], twinIds: null });
  for (const url of ["http://127.0.0.1:1/", "http://169.254.169.254/", "http://[::1]/"]) {
    await expect(make(url)).rejects.toMatchObject({ reason: "source.blocked_address" });
  }
  const { id } = await listen(["release.published"]);
  await publish();
  const closed = openEgress({ allow: new Set(), maxBytes: 1_048_576 });
  const { egress } = world.ports;
  world.ports.egress = closed;
  await deliver();
  world.ports.egress = egress;
  expect(receiver.received).toEqual([]);
  expect((await only(id)).attempts).toMatchObject([
    { status: null, reason: "source.blocked_address" },
  ]);
});

test("what nothing reaches for days is switched off, as is who says that it is gone; what waits is dropped", async () => {
  const { id } = await listen(["release.published"]);
  receiver.answer = { status: 500 };
  await publish();
  await deliver();
  await backdate(world.db, { table: "webhooks", column: "failing_since", days: 6 });
  await deliver();
  const [stopped] = (await listWebhooks.run(owner, { limit: 10 })).items;
  expect(stopped).toMatchObject({ isOn: false, stoppedAt: expect.any(String) });
  await deliver();
  expect(receiver.received).toHaveLength(2);
  const dropped = await only(id);
  expect(dropped.status).toBe("dropped");
  const again = redeliver.run(owner, { deliveryId: dropped.id });
  await expect(again).rejects.toMatchObject({ reason: "webhook.is_off" });
  const { failingSince, stoppedAt } = await updateWebhook.run(owner, { webhookId: id, isOn: true });
  expect([failingSince, stoppedAt]).toEqual([null, null]);
  // Gone, says the receiver: that needs no days.
  receiver.answer = { status: 410 };
  await publish();
  await deliver();
  expect((await listWebhooks.run(owner, { limit: 10 })).items[0]?.isOn).toBe(false);
});

test("a secret is shown when it is made and never again; another address gets another", async () => {
  const { id, secret } = await listen(["release.published"]);
  const stored = await listWebhooks.run(owner, { limit: 10 });
  expect(JSON.stringify(stored)).not.toContain(secret);
  const renamed = await updateWebhook.run(owner, { webhookId: id, name: "CRM" });
  expect(renamed).toMatchObject({ name: "CRM", secret: null });
  const moved = await updateWebhook.run(owner, {
    webhookId: id,
    url: `${receiver.site.url}/moved`,
  });
  expect(moved.secret).toMatch(/^whsec_/);
  expect(moved.secret).not.toBe(secret);
  const rotated = await rotateWebhookSecret.run(owner, { webhookId: id });
  const { type } = await sendTestEvent.run(owner, { webhookId: id });
  expect(type).toBe("webhook.test");
  await deliver();
  expect(receiver.received[0]?.path).toBe("/moved");
  expect(verifyEvent(rotated.secret, receiver.received[0]!)).toMatchObject({
    data: { webhookId: id },
  });
  for (const old of [secret, moved.secret!])
    expect(() => verifyEvent(old, receiver.received[0]!)).toThrow();
});

test("a key for some twins has no say in where the tenant's events go", async () => {
  const key = tenant.asKey([twinId]);
  const refused = { reason: "key.narrowed" };
  await expect(listWebhooks.run(key, { limit: 10 })).rejects.toMatchObject(refused);
  const making = createWebhook.run(key, {
    url: receiver.site.url,
    name: "",
    events: ["source.live"],
    twinIds: [twinId],
  });
  await expect(making).rejects.toMatchObject(refused);
});

test("old deliveries go with the jobs that made them; removing a webhook takes the rest", async () => {
  const { id } = await listen(["release.published"]);
  await publish();
  await deliver();
  const jobs = async () => (await listJobs.run(owner, { kind: "webhook", limit: 10 })).items.length;
  expect([await pruneOldDeliveries(owner), await jobs()]).toEqual([0, 1]);
  await backdate(world.db, { table: "deliveries", column: "created_at", days: 31 });
  expect([await pruneOldDeliveries(owner), await jobs()]).toEqual([1, 0]);
  await publish();
  await removeWebhook.run(owner, { webhookId: id });
  await deliver();
  expect(receiver.received).toHaveLength(1);
});
