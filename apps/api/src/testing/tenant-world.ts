import { randomUUID } from "node:crypto";
import { findPeople } from "./find-people.ts";
import { makeQuality } from "./make-quality.ts";
import { makeWebhook } from "./make-webhook.ts";
import type { Procedure } from "./procedures.ts";
import { checkHealth, teach } from "./teach.ts";
import { resultOf, signUp, type TestSession } from "./test-session.ts";

type Ids = Record<
  | "twinId"
  | "sourceId"
  | "jobId"
  | "conversationId"
  | "messageId"
  | "apiKeyId"
  | "verifiedAnswerId"
  | "syncId"
  | "findingId"
  | "chunkId"
  | "overlayId"
  | "releaseId"
  | "beliefId"
  | "clarificationId"
  | "clusterId"
  | "widgetId"
  | "shareLinkId"
  | "visitorId"
  | "accessGroupId"
  | "generationId"
  | "tenantId"
  | "subjectId"
  | "sessionId"
  | "memberId"
  | "invitationId"
  | "testId"
  | "runId"
  | "verificationId"
  | "webhookId"
  | "deliveryId"
  | "erasureId"
  | "exportId",
  string
>;

/** A tenant with one of everything, and the name of its owner in every text of it. */
export interface TenantWorld {
  owner: TestSession;
  handle: string;
  ids: Ids;
}

export async function makeTenantWorld(url: string, name: string): Promise<TenantWorld> {
  const owner = await signUp(url, name);
  const twin = await resultOf<{ id: string; handle: string }>(
    owner.mutate("twin.create", { name: `${name} twin`, bio: `${name} bio` }),
  );
  const twinId = twin.id;
  const note = { twinId, title: `${name} note`, text: `The ${name} lighthouse is striped.` };
  const source = await teach(owner, note);
  const chat = await resultOf<{ id: string }>(owner.mutate("chat.start", { twinId }));
  const conversationId = chat.id;
  const messageId = await ask(owner, conversationId, `Is the ${name} lighthouse striped?`);
  const key = await resultOf<{ id: string }>(
    owner.mutate("apiKey.create", { name: `${name} key`, kind: "secret" }),
  );
  const vouched = { question: `Who keeps the ${name} light?`, answer: `${name} does.` };
  const create = (path: string, input: object) =>
    resultOf<{ id: string }>(owner.mutate(path, { twinId, ...input }));
  const verified = await create("verifiedAnswer.create", vouched);
  const derived = await findDerived(owner, { twinId, sourceId: source.id, name });
  const pinned = { chunkId: derived.chunkId, kind: "pin" };
  const overlay = await create("source.overlay.create", pinned);
  const widget = await create("widget.create", { allowedDomains: [`https://${name}.example`] });
  const shareLink = await create("shareLink.create", { slug: `${name.toLowerCase()}-link` });
  const release = await create("release.publish", { note: `${name} begins` });
  const belief = await create("belief.create", { statement: `${name} holds that fog is kind.` });
  const group = await create("accessGroup.create", { name: `${name} guests` });
  const ids = {
    ...(await planPrivacy(owner, twinId)),
    ...derived,
    ...(await findPeople(owner, { twinId, name })),
    ...(await makeQuality(owner, { twinId, name })),
    ...(await makeWebhook(owner, name)),
    releaseId: release.id,
    beliefId: belief.id,
    ...(await leaveUnanswered(owner, { twinId, conversationId, name })),
    widgetId: widget.id,
    shareLinkId: shareLink.id,
    accessGroupId: group.id,
    verificationId: (await create("verification.start", { domain: `${name}.example` })).id,
    // An index that is being filled would change while it is looked at; its use-cases' tests have one.
    generationId: randomUUID(),
    overlayId: overlay.id,
    twinId,
    subjectId: twinId,
    sourceId: source.id,
    jobId: source.jobId,
    conversationId,
    messageId,
    apiKeyId: key.id,
    verifiedAnswerId: verified.id,
  };
  return { owner, handle: twin.handle, ids };
}

/** A file of the twin, and an erasure that waits for its day. */
async function planPrivacy(owner: TestSession, twinId: string) {
  const { name: confirm } = await resultOf<{ name: string }>(owner.query("tenant.get", {}));
  const planned = owner.mutate("tenant.erase", { confirm, inDays: 30 });
  const written = owner.mutate("twin.export", { twinId });
  const [erasure, file] = await Promise.all(
    [planned, written].map((reply) => resultOf<{ id: string }>(reply)),
  );
  return { erasureId: erasure!.id, exportId: file!.id };
}

/** Asks what nothing answers, and gives what that opens for the owner. */
async function leaveUnanswered(
  owner: TestSession,
  { twinId, conversationId, name }: { twinId: string; conversationId: string; name: string },
): Promise<Pick<Ids, "clarificationId" | "clusterId">> {
  await ask(owner, conversationId, `Which colour is the ${name} dinghy?`);
  const first = async (path: string) => {
    const open = owner.query(path, { twinId });
    return (await resultOf<{ items: { id: string }[] }>(open)).items[0]!.id;
  };
  return {
    clarificationId: await first("clarification.list"),
    clusterId: await first("question.list"),
  };
}

/** What the program itself made: the sync and a passage of a source, and a finding about two that are alike. */
async function findDerived(
  owner: TestSession,
  { twinId, sourceId, name }: { twinId: string; sourceId: string; name: string },
) {
  const lines = [1, 2, 3, 4, 5].map((day) => `On day ${day} the ${name} log notes fog at dawn.`);
  await teach(owner, { twinId, title: `${name} log`, text: lines.join(" ") });
  await teach(owner, { twinId, title: `${name} copy`, text: lines.slice(1).join(" ") });
  await checkHealth(owner, twinId);
  const first = async (path: string, input: object) => {
    const { items } = await resultOf<{ items: { id: string }[] }>(owner.query(path, input));
    return items[0]!.id;
  };
  return {
    syncId: await first("source.listSyncs", { sourceId }),
    chunkId: await first("source.chunks", { sourceId }),
    findingId: await first("knowledge.listFindings", { twinId }),
  };
}

/** Asks, waits for the end, and gives the answer's id. */
async function ask(owner: TestSession, conversationId: string, message: string): Promise<string> {
  const reply = await owner.send("/api/messages", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ conversationId, message }),
  });
  const messageId = /"messageId":"([^"]+)"/.exec(await reply.text())?.[1];
  if (!messageId) throw new Error(`asking: ${reply.status}`);
  return messageId;
}

const SAMPLES: Record<string, unknown> = {
  confirm: "another name",
  name: "A name",
  title: "A title",
  text: "Some text of a note.",
  kind: "secret",
  provider: "chat",
  query: "lighthouse",
  url: "https://understudy.invalid/",
  rating: "up",
  metric: "messages",
  limit: 5,
  by: "channel",
  tags: ["planted"],
  noteId: "00000000-0000-7000-8000-000000000000",
  visitorIds: ["00000000-0000-7000-8000-000000000000"],
  format: "csv",
  every: "daily",
  fileName: "planted.txt",
  contentBase64: "cGxhbnRlZA==",
  question: "Is there a light?",
  answer: "There is.",
  revision: 1,
  chunking: { targetWords: 120, overlapWords: 0 },
  statement: "Light is good.",
  accessGroupIds: [],
  overrides: {},
  allowedDomains: ["https://planted.example"],
  email: "planted@example.com",
  domain: "planted.example",
  role: "viewer",
  events: ["source.live"],
  expectations: [{ kind: "refuses" }],
  csv: "question,answer\nIs there a light?,There is.",
};

/** What a shape cannot say: that one of several is required, or of what kind it is. */
const CHOICES: Record<string, object> = {
  "source.addYoutube": { url: "https://www.youtube.com/watch?v=aqz-KE-bpKQ" },
  "source.overlay.create": { kind: "hide" },
  "usage.setQuota": { scope: "twin", period: "day" },
  // It records itself, and would read that the next time.
  "audit.export": { until: "2001-01-01T00:00:00.000Z" },
  "audience.previewImport": { csv: "email\nplanted@example.com" },
  "audience.import": { csv: "email\nplanted@example.com" },
  "source.addSitemap": { urls: ["https://understudy.invalid/"] },
};

/** An input that the procedure takes, made from its own shape. */
export function sampleInput({ path, required }: Procedure, ids: Record<string, string>) {
  const samples = required.map((name) => {
    const value = ids[name] ?? SAMPLES[name];
    if (value === undefined) throw new Error(`${path}: no sample for ${name}`);
    return [name, value];
  });
  return { ...Object.fromEntries(samples), ...CHOICES[path] };
}

export function call(
  session: TestSession,
  { path, type }: Pick<Procedure, "path" | "type">,
  input: unknown,
) {
  return type === "mutation" ? session.mutate(path, input) : session.query(path, input);
}
