import { listAuditEvents } from "@understudy/db/queries/audit-events";
import { findConversation } from "@understudy/db/queries/conversations";
import { findTrace } from "@understudy/db/queries/messages";
import { findVisitorCard, insertVisitor, saveLead } from "@understudy/db/queries/visitors";
import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import { updateGovernance } from "../governance/update-governance.ts";
import { listJobLogs, listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

async function talk(twinId: string) {
  const { id: conversationId } = await startChat.run(owner, { twinId });
  let messageId = "";
  for await (const events of askQuestion(owner, { conversationId, message: "Who are you?" })) {
    messageId = events[0]!.messageId;
  }
  return { conversationId, messageId };
}
const rule = (rules: object) => updateGovernance.run(owner, updateGovernance.input.parse(rules));
const hasTrace = ({ messageId }: { messageId: string }) =>
  owner.transaction(async (tx) => (await findTrace(tx, messageId)) !== null);
const isKept = ({ conversationId }: { conversationId: string }) =>
  owner.transaction(async (tx) => (await findConversation(tx, conversationId)) !== undefined);

test("what has outlived the rules goes, a twin's sooner than the tenant's, and nothing else", async () => {
  const twinId = (await createTwin.run(owner, { name: "Short" })).id;
  const longId = (await createTwin.run(owner, { name: "Long" })).id;
  const [old, elsewhere] = [await talk(twinId), await talk(longId)];
  const visitorId = await owner.transaction(async (tx) => {
    const resumeHash = crypto.getRandomValues(new Uint8Array(32));
    const { id } = await insertVisitor(tx, { twinId, resumeHash });
    await saveLead(tx, { visitorId: id, name: "Jo", email: "jo@example.org", consentText: "Yes." });
    return id;
  });
  const days = 20;
  await backdate(world.db, { table: "conversations", column: "updated_at", days });
  await backdate(world.db, { table: "messages", column: "created_at", days });
  await backdate(world.db, { table: "visitors", column: "last_seen_at", days });
  const fresh = await talk(twinId);
  await rule({ retentionDays: { conversations: 30, visitors: 10, traces: 10, jobLogs: 10 } });
  await rule({ twinId, retentionDays: { conversations: 10 } });
  await world.runJobs(tenant, "retention");
  expect([await isKept(old), await isKept(fresh), await isKept(elsewhere)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([await hasTrace(fresh), await hasTrace(elsewhere)]).toEqual([true, false]);
  const visitor = await owner.transaction((tx) => findVisitorCard(tx, visitorId));
  expect(visitor).toMatchObject({ name: null, email: null });
  const events = await owner.transaction((tx) => listAuditEvents(tx, { limit: 5 }));
  expect(events.find(({ action }) => action === "retention.apply")?.details).toEqual({
    conversations: 1,
    visitors: 1,
    traces: 1,
  });

  const { items } = await listJobs.run(owner, { kind: "retention", limit: 10 });
  expect(items.map(({ status }) => status)).toEqual(["queued", "succeeded"]);
  const ran = items[1]!.id;
  const logs = async () => (await listJobLogs.run(owner, { jobId: ran, limit: 50 })).items.length;
  expect(await logs()).toBeGreaterThan(0);
  await backdate(world.db, { table: "jobs", column: "created_at", days });
  await world.runJobs(tenant, "retention");
  expect(await logs()).toBe(0);
});
