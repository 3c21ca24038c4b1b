import { setTimeout as delay } from "node:timers/promises";
import { openSession, type Session } from "../../product/session.ts";
import { ask, getSource, type Source } from "../../product/teach.ts";
import { teachTwin } from "../teach-handbook.ts";

const HOUSE =
  "The harbour office opens at eight. Ask for berths by mail to berths@kereva.example or by telephone at +49 170 1234567.";
const QUESTIONS = [
  "When does the harbour office open?",
  "How do I ask for a berth? I am jane@example.net.",
  "What do you think of the election?",
  "How long is the longest berth?",
];

/** A workspace in which something has happened: people, keys, limits, rules, talks, refusals. */
export async function livedIn(
  owner: Session,
  { pageUrl }: { pageUrl: string },
): Promise<{ twinId: string }> {
  const twin = { name: "Harbour desk", headline: "Berths, tides and ferries" };
  const twinId = await teachTwin(owner, twin, [{ title: "Office", text: HOUSE }]);
  await keepInStep(owner, { twinId, pageUrl });
  await rule(owner);
  await limit(owner, twinId);
  for (const [email, role] of Object.entries({
    "noa@example.com": "admin",
    "lee@example.com": "viewer",
  })) {
    await owner.mutate("invitation.create", { email, role });
  }
  const { key } = await owner.mutate<{ key: string }>("apiKey.create", {
    name: "Website importer",
    kind: "secret",
  });
  await actByKey(openSession(owner.url, { authorization: `Bearer ${key}` }), twinId);
  for (const question of QUESTIONS) {
    const { id } = await owner.mutate<{ id: string }>("chat.start", { twinId });
    const { status, text } = await ask(owner, id, question);
    if (status !== 200) throw new Error(`${question}: ${status} ${text}`);
  }
  return { twinId };
}

async function keepInStep(
  owner: Session,
  { twinId, pageUrl }: { twinId: string; pageUrl: string },
): Promise<void> {
  const page = await owner.mutate<Source>("source.addUrl", { twinId, url: pageUrl });
  while ((await getSource(owner, page)).status === "processing") await delay(50);
  await owner.mutate("source.schedule", { sourceId: page.id, every: "weekly" });
}

async function rule(owner: Session): Promise<void> {
  await owner.mutate("governance.update", {
    redaction: { kinds: ["email", "phone"], storage: true, provider: true, answers: true },
    blockedTopics: [
      { name: "Politics", examples: ["the election"], reply: "I keep to the harbour." },
    ],
    disclaimers: ["Tides are a forecast."],
    requireCitations: true,
    retentionDays: { conversations: 180, traces: 30 },
  });
}

async function limit(owner: Session, twinId: string): Promise<void> {
  const limits = [
    { metric: "messages", period: "day", limit: 500 },
    { metric: "sources", limit: 200 },
    { scope: "twin", subjectId: twinId, metric: "storageBytes", limit: 50_000_000 },
    { scope: "key", metric: "sources", limit: 20 },
    { scope: "visitor", metric: "messages", period: "day", limit: 30 },
  ];
  for (const each of limits) await owner.mutate("usage.setQuota", each);
}

/** Adds two sources, and tries what a key may not. */
async function actByKey(key: Session, twinId: string): Promise<void> {
  for (const place of ["north", "south"]) {
    const text = `The ${place} quay has twelve berths and a crane.`;
    await key.mutate("source.addText", { twinId, title: `The ${place} quay`, text });
  }
  await key.mutate("usage.setQuota", { metric: "sources", limit: 1 }).catch(() => {});
}
