import { randomUUID } from "node:crypto";
import { snapshotTenant } from "@understudy/db/testing/snapshot-tenant";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Procedure, procedures } from "./testing/procedures.ts";
import { settleJobs } from "./testing/settle-jobs.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call, makeTenantWorld, sampleInput, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith } from "./testing/test-session.ts";

const CANARY = "Kereva";
/** Lists of the whole tenant, which an id that is not there only narrows to nothing. */
const NARROWED = ["job.list", "audit.list", "audit.export"];
let app: TestApp;
let mine: TenantWorld;
let theirs: TenantWorld;
let before: Record<string, string>;
const snapshot = () => snapshotTenant(app.resources.db, mine.ids.tenantId);
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  mine = await makeTenantWorld(app.url, CANARY);
  theirs = await makeTenantWorld(app.url, "Mallory");
  await settleJobs(app);
  before = await snapshot();
});
afterAll(() => app[Symbol.asyncDispose]());

const takingIds = procedures.filter(({ ids }) => ids.length > 0);
const byReply = takingIds.filter(({ type }) => type !== "subscription");
const unknownIds = () =>
  Object.fromEntries(Object.keys(mine.ids).map((name) => [name, randomUUID()]));

/** Everything of a reply but what differs between any two: its correlation id. */
async function bodyOf(reply: Response): Promise<string> {
  const text = await reply.text();
  return text.replaceAll(reply.headers.get("x-correlation-id") ?? "-", "id");
}

/** Ids that are optional reach rows as well. */
function withEveryId(procedure: Procedure, ids: Record<string, string>) {
  const several = Object.entries(ids).map(([name, id]) => [`${name}s`, [id]]);
  const known: Record<string, unknown> = { ...ids, ...Object.fromEntries(several) };
  const named = procedure.ids.filter((name) => known[name] !== undefined);
  const given = Object.fromEntries(named.map((name) => [name, known[name]]));
  return { ...sampleInput(procedure, ids), ...given };
}

describe("another tenant", () => {
  it("is not met at fewer procedures than there are", () => {
    expect(takingIds.length).toBeGreaterThan(20);
  });

  it.each(byReply)("finds nothing by $path, and changes nothing", async (procedure) => {
    const foreign = await call(theirs.owner, procedure, withEveryId(procedure, mine.ids));
    const absent = await call(theirs.owner, procedure, withEveryId(procedure, unknownIds()));
    const [foreignBody, absentBody] = [await bodyOf(foreign), await bodyOf(absent)];
    expect(foreignBody).not.toContain(CANARY);
    expect({ status: foreign.status, body: foreignBody }).toEqual({
      status: absent.status,
      body: absentBody,
    });
    expect(foreign.status).toBe(NARROWED.includes(procedure.path) ? 200 : 404);
    if (procedure.type === "mutation") expect(await snapshot()).toEqual(before);
  });

  it.each(takingIds.filter(({ type }) => type === "subscription"))(
    "hears nothing by $path",
    async (procedure) => {
      const foreign = await call(theirs.owner, procedure, withEveryId(procedure, mine.ids));
      const told = await foreign.text();
      expect(told).toContain('"code":"NOT_FOUND"');
      expect(told).not.toContain(CANARY);
    },
  );

  it("sees nothing in lists, and gains nothing from a foreign cursor or a tenant of its choice", async () => {
    const lists = procedures.filter(({ path }) => path.endsWith(".list"));
    const { nextCursor } = await resultOf<{ nextCursor: string | null }>(
      mine.owner.query("job.list", { limit: 1 }),
    );
    for (const procedure of lists) {
      const input = sampleInput(procedure, theirs.ids);
      const wide = { ...input, limit: 100, tenantId: mine.ids.twinId };
      for (const tried of [wide, nextCursor ? { ...wide, cursor: nextCursor } : wide]) {
        const reply = await theirs.owner.query(procedure.path, tried);
        expect(await reply.text()).not.toContain(CANARY);
      }
    }
  });

  it("reaches neither files, nor uploads, nor conversations, nor twins by handle", async () => {
    const form = new FormData();
    form.append("files", new Blob(["planted"]), "planted.txt");
    const file = new FormData();
    file.append("file", new Blob(["planted"]), "planted.txt");
    const json = { "content-type": "application/json" };
    const ask = (body: object) => ({ method: "POST", headers: json, body: JSON.stringify(body) });
    const { sourceId, twinId, conversationId, messageId } = mine.ids;
    const replies = [
      await theirs.owner.send(`/api/sources/${sourceId}/file`, {}),
      await theirs.owner.send(`/api/sources/${sourceId}/file`, { method: "PUT", body: file }),
      await theirs.owner.send(`/api/twins/${twinId}/sources`, { method: "POST", body: form }),
      await theirs.owner.send(`/api/messages/${messageId}/events`, {}),
      await theirs.owner.send("/api/messages", ask({ conversationId, message: "lighthouse?" })),
      await theirs.owner.send(
        "/v1/chat/completions",
        ask({ model: mine.handle, messages: [{ role: "user", content: "lighthouse?" }] }),
      ),
      await theirs.owner.send(`/v1/models/${mine.handle}`, {}),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
    for (const reply of replies) expect(await reply.text()).not.toContain(CANARY);
    expect(await snapshot()).toEqual(before);
  });
});

describe("the owner", () => {
  it("reads the same things", async () => {
    const reads = byReply.filter(({ type }) => type === "query");
    for (const procedure of reads) {
      const reply = await call(mine.owner, procedure, sampleInput(procedure, mine.ids));
      expect({ path: procedure.path, status: reply.status }).toMatchObject({ status: 200 });
    }
    const file = await mine.owner.send(`/api/sources/${mine.ids.sourceId}/file`, {});
    expect(await file.text()).toContain(CANARY);
  });

  it("is the only one a key of another tenant does not serve", async () => {
    const created = theirs.owner.mutate("apiKey.create", { name: "k", kind: "secret" });
    const { key } = await resultOf<{ key: string }>(created);
    const session = sessionWith(app.url, { authorization: `Bearer ${key}` });
    const { twinId } = mine.ids;
    expect((await session.query("twin.get", { twinId })).status).toBe(404);
    expect((await session.query("twin.get", { twinId: theirs.ids.twinId })).status).toBe(200);
  });
});
