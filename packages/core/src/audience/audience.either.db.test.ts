import { insertConversation } from "@understudy/db/queries/conversations";
import { insertExchange } from "@understudy/db/queries/messages";
import { hideUserEvents, insertUserEvent } from "@understudy/db/queries/user-events";
import { insertVisitor, returnVisitor, saveLead } from "@understudy/db/queries/visitors";
import { inTenant, type TenantTx } from "@understudy/db/scope";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccessGroup } from "../access-group/access-groups.ts";
import { listConversations } from "../conversation/conversations.ts";
import { getJob } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { becomePerson, becomeWhoeverSays } from "../visitor/become-person.ts";
import { blockVisitor, updateVisitor } from "./change-visitor.ts";
import { ListAudienceInput } from "./contract.ts";
import { streamAudience } from "./export-audience.ts";
import { getVisitor } from "./get-visitor.ts";
import { importAudience, previewAudienceImport } from "./import-audience.ts";
import { listAudience } from "./list-audience.ts";
import { markVisitors } from "./mark-visitors.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const list = (filter: object = {}) =>
  listAudience.run(owner, ListAudienceInput.parse({ twinId, ...filter }));
const names = async (filter: object) =>
  (await list(filter)).items.map(({ name, externalId }) => name ?? externalId);
const profile = (visitorId: string) => getVisitor.run(owner, { visitorId });

/** As the visitor's own requests are: bound to what is the visitor's. */
const as = <Result>(visitorId: string, work: (tx: TenantTx) => Promise<Result>) =>
  inTenant(world.db, { tenantId: tenant.tenantId, twinIds: [twinId], visitorId }, work);

/** Somebody with a browser of their own, who has asked so often. */
async function comes(name: string | null, questions: number, twin = twinId) {
  const resumeHash = crypto.getRandomValues(new Uint8Array(32));
  const { visitorId, conversationId } = await owner.transaction(async (tx) => {
    const made = await insertVisitor(tx, { twinId: twin, resumeHash, source: "link" });
    const visitorId = made.id;
    const opened = await insertConversation(tx, { twinId: twin, channel: "link", visitorId });
    if (name) await saveLead(tx, { visitorId, name, consentText: "Yes, write to me." });
    return { visitorId, conversationId: opened.id };
  });
  for (let i = 0; i < questions; i++) {
    await as(visitorId, async (tx) => {
      const asked = { conversationId, twinId: twin, message: `Question ${i}?` };
      const rest = { releaseId: null, accessGroupIds: null };
      const { questionId: messageId } = await insertExchange(tx, { ...asked, ...rest });
      const event = { conversationId, messageId, apiKeyId: null, language: null, terms: [] };
      await insertUserEvent(tx, { kind: "question_asked", ...event, ...rest });
    });
  }
  return { visitorId, conversationId, resumeHash };
}

test("people are found by the beginnings of what they are called, and narrowed by what is known of them", async () => {
  const csv =
    "name,email,external id,tags,note\nÅsa Lindqvist,asa@harbour.example,CRM-7/1,vip,Met in May\n=HYPERLINK(1),bob@harbour.example,,,";
  expect(await importAudience.run(owner, { twinId, csv })).toMatchObject({ created: 2 });
  const { visitorId } = await comes("Asabel Grey", 2);
  expect(await names({ search: "asa lind" })).toEqual(["Åsa Lindqvist"]);
  expect((await names({ search: "ASA" })).sort()).toEqual(["Asabel Grey", "Åsa Lindqvist"]);
  expect((await names({ search: "harbour" })).sort()).toEqual(["=HYPERLINK(1)", "Åsa Lindqvist"]);
  expect(await names({ search: "crm-7/" })).toEqual(["Åsa Lindqvist"]);
  expect(await names({ search: "nobody" })).toEqual([]);
  expect(await names({ tag: "vip", source: "import" })).toEqual(["Åsa Lindqvist"]);
  expect(await names({ consent: true })).toEqual(["Asabel Grey"]);
  expect(await names({ lastSeenFrom: new Date(Date.now() + 86_400_000).toISOString() })).toEqual(
    [],
  );
  expect((await names({ sort: "messages" }))[0]).toBe("Asabel Grey");
  const first = await list({ sort: "messages", limit: 1 });
  expect(first).toMatchObject({ count: 3, tags: ["vip"] });
  const cursor = first.nextCursor!;
  expect((await list({ sort: "messages", limit: 10, cursor })).items).toHaveLength(2);
  expect(await profile(visitorId)).toMatchObject({
    source: "link",
    figures: { messages: 2, conversations: 1 },
    consent: { text: "Yes, write to me." },
    browsers: 1,
  });
});

test("a group has whom somebody put there, and loses whom they took out", async () => {
  const { id: accessGroupId } = await createAccessGroup.run(owner, {
    twinId,
    name: "Members",
    description: "",
  });
  const { visitorId } = await comes("Gail", 0);
  await updateVisitor.run(owner, { visitorId, accessGroupIds: [accessGroupId], tags: ["a", "a"] });
  expect(await profile(visitorId)).toMatchObject({
    tags: ["a"],
    groups: [{ id: accessGroupId, name: "Members", isByName: true }],
  });
  expect(await names({ accessGroupId })).toEqual(["Gail"]);
  const mark = { twinId, visitorIds: [visitorId], reason: "", addAccessGroupIds: [] };
  await markVisitors.run(owner, {
    ...mark,
    addTags: ["b"],
    removeTags: ["a"],
    removeAccessGroupIds: [accessGroupId],
  });
  expect(await profile(visitorId)).toMatchObject({ tags: ["b"], groups: [] });
  expect(await names({ accessGroupId })).toEqual([]);
});

test("browsers are one person's by proof alone: an equal name, or an address that was said, joins nobody", async () => {
  const [one, two, three] = [await comes("Ann", 1), await comes("Ann", 2), await comes("Ann", 0)];
  const proof = { twinId, subject: "user-1", email: "ann@example.com", name: "Ann" };
  const prove = ({ visitorId }: { visitorId: string }) =>
    as(visitorId, (tx) => becomePerson(tx, { ...proof, visitorId }));
  await Promise.all([prove(one), prove(two)]);
  await as(three.visitorId, async (tx) => {
    const said = { visitorId: three.visitorId, email: "ann@example.com" };
    expect(await becomeWhoeverSays(tx, { ...said, twinId })).toBe(true);
    await saveLead(tx, { ...said, consentText: "Yes." });
  });
  const both = await profile(two.visitorId);
  expect(both).toMatchObject({ verifiedAs: "user-1", browsers: 2, figures: { messages: 3 } });
  expect(await profile(one.visitorId)).toEqual(both);
  expect(await profile(three.visitorId)).toMatchObject({ browsers: 1, isVerified: false });
  const theirs = await listConversations.run(owner, { twinId, visitorId: both.id, limit: 10 });
  expect(theirs.items).toHaveLength(2);
  await owner.transaction((tx) =>
    hideUserEvents(tx, { conversationId: two.conversationId, isHidden: true }),
  );
  expect((await profile(both.id)).figures.messages).toBe(1);
  await as(both.id, (tx) =>
    becomeWhoeverSays(tx, { visitorId: both.id, twinId, email: "other@example.com" }),
  );
  expect(await profile(both.id)).toMatchObject({ isVerified: false, browsers: 1 });
});

test("somebody imported is who proves to have that id", async () => {
  const csv = "name,external id,tags\nDora,user-9,vip";
  await importAudience.run(owner, { twinId, csv });
  const { visitorId } = await comes(null, 1);
  await as(visitorId, (tx) =>
    becomePerson(tx, { visitorId, twinId, subject: "user-9", email: null }),
  );
  expect(await profile(visitorId)).toMatchObject({
    name: "Dora",
    source: "import",
    isVerified: true,
    tags: ["vip"],
    browsers: 2,
    figures: { messages: 1 },
  });
});

test("whoever is blocked is blocked in every browser, by every proof and address, until let in again", async () => {
  const [here, there] = [await comes(null, 0), await comes(null, 0)];
  const proof = { twinId, subject: "user-5", email: "eve@example.com" };
  const prove = ({ visitorId }: { visitorId: string }) =>
    as(visitorId, (tx) => becomePerson(tx, { ...proof, visitorId }));
  expect(await prove(here)).toMatchObject({ verifiedSubject: "user-5" });
  await blockVisitor.run(owner, { visitorId: here.visitorId, blocked: true, reason: "Spam" });
  expect(await prove(there)).toBeNull();
  const comesBack = ({ resumeHash }: { resumeHash: Uint8Array }) =>
    owner.transaction((tx) => returnVisitor(tx, { twinId, resumeHash }));
  expect(await Promise.all([comesBack(here), comesBack(there)])).toEqual(["blocked", "blocked"]);
  const stranger = await comes(null, 0);
  const says = { visitorId: stranger.visitorId, twinId, email: "Eve@example.com" };
  expect(await as(stranger.visitorId, (tx) => becomeWhoeverSays(tx, says))).toBe(false);
  expect((await list({ blocked: true })).items).toMatchObject([
    { email: "eve@example.com", blockedReason: "Spam" },
  ]);
  await blockVisitor.run(owner, { visitorId: there.visitorId, blocked: false, reason: "" });
  expect(await comesBack(there)).toMatchObject({ id: there.visitorId });
});

test("an import says what it would do, names bad rows, does it once, and a large one is a job's", async () => {
  const csv = "name,email,groups\nFay,fay@example.com,members\nGus,gus@example.com,No such group";
  expect(await previewAudienceImport.run(owner, { twinId, csv })).toMatchObject({
    created: 1,
    problems: [{ line: 3, reason: "audience.no_such_group" }],
    rows: [{ line: 2, name: "Fay", effect: "create" }],
  });
  expect(await importAudience.run(owner, { twinId, csv })).toMatchObject({ created: 1 });
  expect(await importAudience.run(owner, { twinId, csv })).toMatchObject({
    created: 0,
    unchanged: 1,
  });
  const other = (await createTwin.run(owner, { name: "Crowd" })).id;
  const many = ["email", ...Array.from({ length: 501 }, (_, i) => `p${i}@crowd.example`)];
  const { jobId } = await importAudience.run(owner, { twinId: other, csv: many.join("\n") });
  await world.runJobs(tenant, "import");
  expect(await getJob.run(owner, { jobId: jobId! })).toMatchObject({
    status: "succeeded",
    result: { created: 501, problems: 0 },
  });
  expect((await list({ twinId: other })).count).toBe(501);
});

test("an export has everybody once, and no cell that is a formula", async () => {
  let text = "";
  for await (const part of streamAudience(owner, { twinId })) text += part.text;
  const lines = text.trim().split("\n");
  expect(lines).toHaveLength((await list({ limit: 100 })).count! + 1);
  expect(text).toContain("'=HYPERLINK(1)");
});
