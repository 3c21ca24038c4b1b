import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailSink, startMailSink } from "./testing/start-mail-sink.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { signUp, type TestSession } from "./testing/test-session.ts";

let app: TestApp;
let sink: MailSink;
let owner: TestSession;
const email = "ada@example.com";
beforeAll(async () => {
  sink = await startMailSink();
  app = await startTestApp({ SMTP_URL: sink.url, APP_URL: "http://studio.example" });
  owner = await signUp(app.url, "Ada");
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await sink[Symbol.asyncDispose]();
});

const post = (path: string, body: object, headers = {}) =>
  fetch(`${app.url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://studio.example", ...headers },
    body: JSON.stringify(body),
  });
const request = (address: string, headers = {}) =>
  post("request-password-reset", { email: address }, headers);
const signIn = (password: string) => post("sign-in/email", { email, password });
/** As quoted-printable has it, lines are broken anywhere. */
const linkIn = (mail: string) =>
  /(http:\S+)\/reset-password#(\S+)/.exec(mail.replaceAll("=\r\n", "").replaceAll("=\n", ""));

it("is replaced by a mailed link, once, and ends every session", async () => {
  const poisoned = { host: "evil.example", "x-forwarded-host": "evil.example" };
  const [known, unknown] = [await request(email, poisoned), await request("nobody@example.com")];
  expect(known.status).toBe(200);
  const [said, saidOfNobody] = [await known.text(), await unknown.text()];
  expect(said).toBe(saidOfNobody);
  await expect.poll(() => sink.mails.length).toBe(1);
  expect(sink.mails[0]?.to).toEqual([email]);
  const [, origin, token = ""] = linkIn(sink.mails[0]?.text ?? "") ?? [];
  expect(origin).toBe("http://studio.example");
  expect(said).not.toContain(token);

  const short = await post("reset-password", { newPassword: "short", token });
  expect(short.status).toBe(400);
  const newPassword = "an entirely new one";
  const replies = await Promise.all(
    [1, 2, 3].map(() => post("reset-password", { newPassword, token })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  expect((await owner.query("tenant.get")).status).toBe(401);
  expect((await signIn(newPassword)).status).toBe(200);
});

it("asked for again and again is one mail a minute, whose link goes on working", async () => {
  sink.mails.length = 0;
  await request(email);
  await expect.poll(() => sink.mails.length).toBe(1);
  await request(email);
  await request(email);
  const [, , token = ""] = linkIn(sink.mails[0]?.text ?? "") ?? [];
  const newPassword = "another new one again";
  expect((await post("reset-password", { newPassword, token })).status).toBe(200);
  expect(sink.mails).toHaveLength(1);
  expect((await signIn(newPassword)).status).toBe(200);
});

it("where no mail is sent says so, and the operator's link works", async () => {
  await using silent = await startTestApp({}, { beside: app });
  const reply = await fetch(`${silent.url}/api/auth/request-password-reset`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email }),
  });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ code: "RESET_PASSWORD_DISABLED" });
  const { auth } = silent.resources;
  expect(await auth.makeResetLink("nobody@example.com")).toBeNull();
  const link = (await auth.makeResetLink(email)) ?? "";
  const newPassword = "by the operator's hand";
  const token = link.split("#")[1];
  expect((await post("reset-password", { newPassword, token })).status).toBe(200);
  expect((await signIn(newPassword)).status).toBe(200);
});
