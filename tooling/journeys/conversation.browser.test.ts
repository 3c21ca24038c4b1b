import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../product/start-product.ts";
import { conversationScript, questions } from "./conversation-script.ts";
import { findBarriers } from "./find-barriers.ts";
import { holdConversation, said, tidyConversation } from "./hold-conversation.ts";
import { HOSTILE_NOTE, HOSTILE_TWIN, hostileQuestion, hostileScript } from "./hostile-words.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { signInOnScreen, signUpOnScreen } from "./people.ts";
import { type Canary, startCanary } from "./start-canary.ts";
import { startCustomerSite } from "./start-customer-site.ts";
import { type ScriptedModel, startScriptedModel } from "./start-scripted-model.ts";
import { sessionOf, teachHandbook, teachTwin } from "./teach-handbook.ts";
import { watchPage } from "./watch-page.ts";

let canary: Canary;
let model: ScriptedModel;
let product: Product;
let browser: Browser;
let page: Page;
let handbookId: string;
const faults: string[] = [];

beforeAll(async () => {
  canary = await startCanary();
  model = await startScriptedModel({ ...conversationScript, ...hostileScript(canary.url) });
  product = await startProduct({
    DEMO_TWIN: "on",
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_CHAT_MODEL: "scripted",
  });
  browser = await openChromium();
  page = await openPage(1280, 800);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await model?.[Symbol.asyncDispose]();
  await canary?.[Symbol.asyncDispose]();
});

async function openPage(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  watchPage(opened, product.url, faults);
  return opened;
}

const lookAt = (seen: Page) => async (sight: string) => {
  expect(await findBarriers(seen), sight).toEqual([]);
};

test("the first account finds a twin that is ready, and has a first question answered", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("demo-twin", page, product));
  await signUpOnScreen(page, product.url);
  await page.getByRole("link", { name: /^ask Understudy guide/ }).click();
  await page.getByRole("button", { name: "How are answers cited?" }).click();
  const chip = page.getByRole("link", { name: /^Citation 1/ }).first();
  await chip.waitFor();
  await page.getByText("Written by scripted from the sources").waitFor();
  await chip.click();
  await page.getByRole("complementary").locator("mark").first().waitFor();
  expect(faults).toEqual([]);
});

test("a conversation streams, is cited, lives through a reload, is stopped, rated and tidied", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("conversation", page, product));
  handbookId = await teachHandbook(await sessionOf(page.context(), product.url));
  await page.goto(`${product.url}/twins/${handbookId}/chat`);
  await holdConversation({ page, model, look: lookAt(page) });
  expect(await said(page, "Otherwise let them begin.").count()).toBe(1);
  await tidyConversation({ page, look: async () => {} });
  expect(faults).toEqual([]);
});

test("on a phone nothing but the table scrolls sideways", async ({ onTestFailed }) => {
  const phone = await openPage(375, 740);
  onTestFailed(() => keepEvidence("conversation-phone", phone, product));
  await signInOnScreen(phone, product.url);
  await phone.goto(`${product.url}/twins/${handbookId}/chat`);
  await phone.getByRole("button", { name: "Conversations" }).click();
  await phone.getByRole("link", { name: /^Opening numbers/ }).click();
  const table = phone.getByRole("region", { name: "Table" });
  await table.waitFor();
  expect(await phone.evaluate<number>("document.documentElement.scrollWidth")).toBe(375);
  expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  await lookAt(phone)("answer on a phone");
  await phone
    .getByRole("link", { name: /^Citation 1/ })
    .first()
    .click();
  await phone.locator("mark").first().waitFor();
  await lookAt(phone)("source on a phone");
  expect(faults).toEqual([]);
});

test("hostile words stay words wherever they are read", async ({ onTestFailed }) => {
  onTestFailed(() => keepEvidence("hostile-words", page, product));
  watchDialogs(page);
  const session = await sessionOf(page.context(), product.url);
  const twinId = await teachTwin(session, HOSTILE_TWIN, [HOSTILE_NOTE(canary.url)]);
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  await page.getByRole("textbox", { name: /^Ask / }).fill(hostileQuestion);
  await page.keyboard.press("Enter");
  const answer = page.getByRole("listitem").filter({ hasText: "The harbour wall" }).last();
  await answer.getByRole("button", { name: "Good answer" }).waitFor();
  const shown = await answer.textContent();
  for (const words of ["<img src=x onerror=", "<script>", "javascript:alert", "<iframe"]) {
    expect(shown).toContain(words);
  }
  expect(await answer.locator("img, script, iframe, style, svg[onload], form").count()).toBe(0);
  await page
    .getByRole("link", { name: /^Citation 1/ })
    .first()
    .click();
  await page.getByRole("complementary").locator("mark").first().waitFor();
  for (const path of ["", "/sources", "/character", "/chat"]) {
    await page.goto(`${product.url}/twins/${twinId}${path}`);
    await page.getByText("<img src=x onerror=").first().waitFor({ state: "attached" });
  }
  await page.goto(`${product.url}/twins`);
  await page.getByRole("main").getByText("<img src=x onerror=").first().waitFor();
  await session.mutate("release.publish", { twinId, override: "Only hostile words are tried." });
  const { handle } = await session.query<{ handle: string }>("twin.get", { twinId });
  await page.goto(`${product.url}/t/${handle}`);
  await page.getByRole("heading", { level: 1 }).getByText("<img src=x onerror=").waitFor();
  await askAsVisitor(page);
  await using site = await startCustomerSite({ isStrict: false });
  const widget = { twinId, name: "Site", allowedDomains: [site.origin] };
  site.place((await session.mutate<{ snippet: string }>("widget.create", widget)).snippet);
  const foreign = await (await browser.newContext()).newPage();
  watchDialogs(foreign);
  foreign.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  await foreign.goto(site.origin);
  await foreign.getByRole("button", { name: "Chat" }).click();
  await askAsVisitor(foreign);
  expect(canary.hits).toEqual([]);
  expect(faults).toEqual([]);
});

function watchDialogs(watched: Page): void {
  watched.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** What is hostile is asked about on a page for visitors, and stays words. */
async function askAsVisitor(visited: Page): Promise<void> {
  await visited.getByRole("textbox", { name: "Ask a question" }).fill(hostileQuestion);
  await visited.keyboard.press("Enter");
  const told = visited.getByRole("article").filter({ hasText: "The harbour wall" }).last();
  await told.getByRole("button", { name: "Helpful", exact: true }).waitFor();
  expect(await told.textContent()).toContain("<script>");
  expect(await told.locator("img, script, iframe, style, form").count()).toBe(0);
}

test("what changed while the line was down is there when it is back", async ({ onTestFailed }) => {
  const watching = await (await browser.newContext()).newPage();
  onTestFailed(() => keepEvidence("line-down", watching, product));
  await signInOnScreen(watching, product.url);
  const lineDown = "**/trpc/source.watch*";
  await watching.route(lineDown, (route) => route.fulfill({ status: 503, body: "" }));
  await watching.goto(`${product.url}/twins/${handbookId}/sources`);
  await watching.getByText("The negotiator's handbook").first().waitFor();
  const session = await sessionOf(page.context(), product.url);
  const late = { twinId: handbookId, title: "A late note", text: questions.first };
  await session.mutate("source.addText", late);
  await watching.unroute(lineDown);
  await watching.getByText("A late note").first().waitFor();
});
