import { createHash } from "node:crypto";
import { budgetNotice } from "@understudy/core/answer/budget-notice";
import { takeOfRates } from "@understudy/core/kernel/rates";
import { answers, hangsAfter, textChunk } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTwin, eventsOf, postMessage } from "./testing/ask-twin.ts";
import { scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith, type TestSession } from "./testing/test-session.ts";
import { comeIn, pageAt, refusalOf } from "./testing/visit.ts";

const SHOP = "https://shop.example";
const QUESTION = "Is the Ada lighthouse striped?";
let app: TestApp;
let other: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  other = await startTestApp({}, { beside: app });
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

interface Made {
  id: string;
  publishableKey: string;
}
const makeWidget = (more = {}) => {
  const input = { twinId: world.ids.twinId, allowedDomains: [SHOP], ...more };
  return resultOf<Made>(world.owner.mutate("widget.create", input));
};
const enter = ({ publishableKey }: Made, origin: string | null = SHOP) =>
  comeIn(app.url, { publishableKey }, { origin });

describe("how much a visitor may ask", () => {
  it("holds over processes, before anything is spent, and bounds nobody else", async () => {
    const widget = await makeWidget();
    const one = await enter(widget);
    const two = await enter(widget);
    const chat = await scriptChat([app, other], [answers("⟦none⟧")]);
    const there = await comeIn(
      other.url,
      { publishableKey: widget.publishableKey },
      { origin: SHOP, resumeToken: one.visit.resumeToken },
    );
    const asked = { conversationId: one.visit.conversationId, message: "Hm?" };
    /** Where so many questions took seconds, one more has come free meanwhile. */
    const askUntilRefused = async () => {
      for (;;) {
        const before = chat.requests.length;
        const reply = await postMessage(one.visitor, asked);
        const text = await reply.text();
        const made = chat.requests.length - before;
        if (reply.status === 429) return { reason: JSON.parse(text).error.reason, made };
      }
    };
    const asking = Array.from({ length: 40 }, (_, i) =>
      postMessage(i % 2 ? one.visitor : there.visitor, asked),
    );
    const replies = await Promise.all(asking);
    await Promise.all(replies.map((reply) => reply.text()));
    const late = replies.filter(({ status }) => status === 429);
    expect(replies.length - late.length).toBeGreaterThanOrEqual(20);
    expect(late.length).toBeGreaterThan(0);
    for (const { headers } of late) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await askUntilRefused()).toMatchObject({ reason: "limit.visitor", made: 0 });
    const { conversationId } = two.visit;
    expect((await postMessage(two.visitor, { conversationId, message: "Hm?" })).status).toBe(200);
    for (const { resources } of [app, other]) resources.ports.chat = null;
    await chat[Symbol.asyncDispose]();
  });

  it("is less for who is no browser", async () => {
    const program = await enter(await makeWidget(), null);
    const asked = { conversationId: program.visit.conversationId, message: "Hm?" };
    const replies = await Promise.all(
      Array.from({ length: 19 }, () => postMessage(program.visitor, asked)),
    );
    const late = replies.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(replies.length - late.length).toBeLessThan(19);
  });
});

describe("a month's budget that has ended", () => {
  it("leaves visitors what is verified, and quotations where the owner wants, and says so", async () => {
    const { twinId } = world.ids;
    const { owner } = world;
    const chat = await scriptChat([app], [answers("⟦none⟧")]);
    const verified = { twinId, question: "Who paints the mast?", answer: "Old Tom paints it." };
    await resultOf(owner.mutate("verifiedAnswer.create", verified));
    await resultOf(owner.mutate("provider.setBudget", { twinId, tokensPerMonth: 0 }));
    const { visitor, visit } = await enter(await makeWidget());
    const { conversationId } = visit;
    const german = sessionWith(app.url, {
      ...visitor.headers,
      "accept-language": "fr;q=.5, de-AT",
    });
    const ask = async (who: TestSession, message: string) =>
      (await askTwin(who, { conversationId, message })).message;
    const known = { answered: true, verified: true, text: "Old Tom paints it." };
    expect(await ask(visitor, verified.question)).toMatchObject(known);
    expect(await ask(german, QUESTION)).toMatchObject({
      answered: false,
      citations: [],
      text: budgetNotice("verified", ["de"]),
    });
    expect(await (await owner.query("clarification.list", { twinId })).text()).not.toContain(
      QUESTION,
    );
    const boundaries = { whenBudgetEnds: "quotations" };
    await resultOf(owner.mutate("twin.update", { twinId, boundaries }));
    await resultOf(owner.mutate("release.publish", { twinId, override: "Not what is tested." }));
    const quoted = await ask(visitor, QUESTION);
    expect(quoted).toMatchObject({ answered: true, citations: [{ sourceTitle: "Ada note" }] });
    expect(quoted.text).toContain(`\n\n${budgetNotice("quotations", ["en"])}`);
    expect(chat.requests).toEqual([]);
    await resultOf(owner.mutate("provider.setBudget", { twinId }));
    await ask(visitor, QUESTION);
    expect(chat.requests.length).toBeGreaterThan(0);
    app.resources.ports.chat = null;
    await chat[Symbol.asyncDispose]();
  });
});

describe("a widget that ends", () => {
  const ends: [string, (widget: Made) => [string, object]][] = [
    ["is revoked", ({ id }) => ["widget.revoke", { widgetId: id }]],
    ["loses the domain", ({ id }) => ["widget.update", { widgetId: id, allowedDomains: [] }]],
    [
      "has its key replaced without overlap",
      ({ id }) => ["widget.rotateKey", { widgetId: id, overlapHours: 0 }],
    ],
  ];

  it.each(ends)("cuts off who is talking within seconds when it %s", async (_, end) => {
    const widget = await makeWidget();
    const chat = await scriptChat([app], [hangsAfter(textChunk("The "))], {
      betweenTokensMs: 30_000,
    });
    const { visitor, visit } = await enter(widget);
    const { conversationId } = visit;
    // The model's own deadline would end the answer, much later, as done.
    const reading = (async () => {
      const reply = await postMessage(visitor, { conversationId, message: QUESTION });
      for await (const event of eventsOf(reply)) if (event.type === "done") return "done";
      return "cut";
    })().catch(() => "cut");
    await expect.poll(() => chat.requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
    const [path, input] = end(widget);
    await resultOf(world.owner.mutate(path, input));
    expect(await reading).toBe("cut");
    const status = (await visitor.query("visitor.history", { conversationId })).status;
    expect([401, 403]).toContain(status);
    const { publishableKey } = widget;
    const knock = pageAt(app.url, SHOP).mutate("visitor.start", { via: { publishableKey } });
    expect((await knock).status).toBe(403);
    app.resources.ports.chat = null;
    await chat[Symbol.asyncDispose]();
  });

  it("goes on for who has the old key, while both are good", async () => {
    const widget = await makeWidget();
    const before = await enter(widget);
    const rotated = await resultOf<Made>(
      world.owner.mutate("widget.rotateKey", { widgetId: widget.id, overlapHours: 1 }),
    );
    expect(rotated.publishableKey).not.toBe(widget.publishableKey);
    const { conversationId } = before.visit;
    expect((await before.visitor.query("visitor.history", { conversationId })).status).toBe(200);
    await enter(widget);
    await enter(rotated);
  });
});

describe("who a visitor is", () => {
  it("has to be said first where it is asked, with consent to the very words", async () => {
    const link = await resultOf<{ slug: string }>(
      world.owner.mutate("shareLink.create", {
        twinId: world.ids.twinId,
        leadCapture: "required",
        consentText: "You may write to me.",
      }),
    );
    const { visitor, visit } = await comeIn(
      other.url,
      { shareSlug: link.slug },
      {
        origin: other.url,
      },
    );
    const { conversationId } = visit;
    const ask = () => postMessage(visitor, { conversationId, message: QUESTION });
    expect(await refusalOf(ask())).toEqual({ status: 403, reason: "visitor.lead_required" });
    const told = { name: "Grace", email: "grace@example.org", consent: true };
    const identify = (consentText: string) =>
      visitor.mutate("visitor.identify", { ...told, consentText });
    expect(await refusalOf(identify("I agree to everything."))).toMatchObject({
      reason: "visitor.consent_changed",
    });
    expect(await resultOf(identify("You may write to me."))).toEqual({
      name: "Grace",
      email: "grace@example.org",
      isVerified: false,
    });
    expect((await askTwin(visitor, { conversationId, message: QUESTION })).message.answered).toBe(
      true,
    );
  });
});

describe("many who come in from one address", () => {
  const solve = ({ challenge, bits }: { challenge: string; bits: number }): string => {
    for (let at = 0; ; at++) {
      const digest = createHash("sha256").update(`${challenge}.${at}`).digest();
      if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return String(at);
    }
  };

  it("are asked for a proof of work, which counts once", async () => {
    const { publishableKey } = await makeWidget();
    const page = pageAt(app.url, SHOP);
    const start = (more = {}) => page.mutate("visitor.start", { via: { publishableKey }, ...more });
    await start();
    const address = { of: "challenge", subject: "address:127.0.0.1" };
    await takeOfRates(app.resources.db, [{ ...address, burst: 100, perSeconds: 360_000 }]);
    expect(await refusalOf(start())).toEqual({
      status: 403,
      reason: "visitor.challenge_required",
    });
    const puzzle = await resultOf<{ challenge: string; bits: number }>(
      page.mutate("visitor.challenge"),
    );
    const proof = { challenge: puzzle.challenge, solution: solve(puzzle) };
    const wrong = { ...proof, solution: `${proof.solution}0` };
    const counts = { status: 400, reason: "visitor.proof_refused" };
    expect(await refusalOf(start({ proof: wrong }))).toEqual(counts);
    expect(await refusalOf(start({ proof: { ...proof, challenge: "forged" } }))).toEqual(counts);
    expect((await start({ proof })).status).toBe(200);
    expect(await refusalOf(start({ proof }))).toEqual(counts);
  });
});
