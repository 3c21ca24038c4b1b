import { planDigest } from "@understudy/db/queries/notices";
import { inTenant } from "@understudy/db/scope";
import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askTwin } from "./testing/ask-twin.ts";
import { settleJobs } from "./testing/settle-jobs.ts";
import { type MailSink, startMailSink } from "./testing/start-mail-sink.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { resultOf, signUp, type TestSession } from "./testing/test-session.ts";
import { comeIn } from "./testing/visit.ts";

let sink: MailSink;
let app: TestApp;
let other: TestApp;
let owner: TestSession;
let tenantId: string;
let handle: string;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startTestApp({ SMTP_URL: sink.url });
  other = await startTestApp({ SMTP_URL: sink.url }, { beside: app });
  await Promise.all([app.work(), other.work()]);
  owner = await signUp(app.url, "Ada");
  const twin = await resultOf<{ id: string; handle: string }>(
    owner.mutate("twin.create", { name: "Keeper" }),
  );
  handle = twin.handle;
  await teach(owner, { twinId: twin.id, title: "Note", text: "The lamp burns rapeseed oil." });
  await resultOf(owner.mutate("release.publish", { twinId: twin.id, override: "A test." }));
  tenantId = (await resultOf<{ id: string }>(owner.query("tenant.get", {}))).id;
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();
});

async function ask(...questions: string[]) {
  const { visit, visitor } = await comeIn(app.url, { handle }, { origin: app.url });
  const { conversationId } = visit;
  for (const message of questions) await askTwin(visitor, { conversationId, message });
}

interface Preferences {
  email: string;
  kinds: Record<string, boolean>;
  stopped: { refusal: string } | null;
}
const preferences = () => resultOf<Preferences>(owner.query("notice.getPreferences", {}));
const prefer = (input: object) =>
  resultOf<Preferences>(owner.mutate("notice.setPreferences", input));

/** As if what waits for another hour or week had waited long enough. */
async function settleLater() {
  const { db } = app.resources;
  await backdate(db, { table: "notice_mails", column: "created_at", days: 1 });
  await backdate(db, { table: "jobs", column: "due_at", days: 8, where: "kind = 'notice'" });
  await settleJobs(app);
}

/** The last mail, its words as they were written (RFC 2045). */
function lastMail() {
  const raw = sink.mails.at(-1)!.text.replaceAll("=\r\n", "");
  const bytes = raw.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

test("of what found no answer one mail tells, once an hour, over several processes", async () => {
  await ask("Who paints the tower?", "When does the ferry leave?", "Who paints the tower?");
  await ask("What does the lamp burn?");
  await settleJobs(app);
  const { email } = await preferences();
  expect(sink.mails.map(({ to }) => to)).toEqual([[email]]);
  const mail = lastMail();
  expect(mail).toContain("“Who paints the tower?”");
  expect(mail).toContain("“When does the ferry leave?”");
  expect(mail).not.toContain("lamp burn");
  expect(mail.match(/paints the tower/g)).toHaveLength(1);
  await ask("Where is the key?");
  await settleJobs(app);
  expect(sink.mails).toHaveLength(1);
  await settleLater();
  expect(sink.mails).toHaveLength(2);
  expect(lastMail()).toContain("“Where is the key?”");
});

test("a link in it stops its kind: only a deliberate step does, the reader's or the mail program's", async () => {
  const mail = lastMail();
  const url = /^List-Unsubscribe:\s+<([^>]+)>/m.exec(mail)![1]!;
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  const path = new URL(url).pathname;
  const looked = await fetch(app.url + path);
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining("<form")]);
  expect((await preferences()).kinds.questions).toBe(true);
  const post = (at: string) =>
    fetch(app.url + at, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
  expect((await post(`${path}x`)).status).toBe(404);
  expect((await preferences()).kinds.questions).toBe(true);
  expect((await post(path)).status).toBe(200);
  expect((await preferences()).kinds).toMatchObject({ questions: false, digest: true });
  await ask("How deep is the well?");
  await settleLater();
  expect(sink.mails).toHaveLength(2);
});

test("a week is told on one day, with what happened and what needs its reader", async () => {
  await inTenant(app.resources.db, { tenantId }, planDigest);
  await inTenant(app.resources.db, { tenantId }, planDigest);
  await settleLater();
  expect(sink.mails).toHaveLength(3);
  const mail = lastMail();
  expect(mail).toMatch(/^Subject: .*one week/m);
  expect(mail).toContain("6 questions in 4 conversations by 4 visitors (0 the week before)");
  expect(mail).toContain("Needs you: 5 questions found no answer");
});

test("an address that is refused is left in peace after three times, until its owner asks for more", async () => {
  await prefer({ kinds: { questions: true, digest: false } });
  const { email } = await preferences();
  sink.refused.add(email);
  for (const question of ["Is it open?", "Is it closed?", "Is it warm?"]) {
    expect((await preferences()).stopped).toBeNull();
    await ask(`${question} Tell me of the harbour.`);
    await settleLater();
  }
  expect((await preferences()).stopped).toMatchObject({ refusal: "550" });
  sink.refused.clear();
  await ask("Is anybody there at the pier?");
  await settleLater();
  expect(sink.mails).toHaveLength(3);
  expect((await prefer({ resume: true })).stopped).toBeNull();
  await ask("Who rows the boat?");
  await settleLater();
  expect(sink.mails).toHaveLength(4);
});
