import { demoPicture } from "@understudy/core/demo/demo-picture";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { type CustomerSite, startCustomerSite } from "./start-customer-site.ts";
import { teachTwin } from "./teach-handbook.ts";

const FACT =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";
const PRICES = `| Lantern | Price per piece | Delivered within |
| --- | --- | --- |
| Harbour lantern | 140 crowns | two weeks |
| Storm lantern | 95 crowns | three days |`;
const QUESTION = "When was the lighthouse at Kereva painted?";

let product: Product;
let owner: Session;
let shop: CustomerSite;
let stranger: CustomerSite;
let browser: Browser;
let page: Page;
let snippet: string;
let twinId: string;

beforeAll(async () => {
  product = await startProduct();
  owner = await signUp(product.url);
  shop = await startCustomerSite();
  stranger = await startCustomerSite();
  const twin = { name: "Keeper", starterQuestions: [QUESTION] };
  twinId = await teachTwin(owner, twin, [
    { title: "Lights", text: FACT },
    { title: "Prices", text: PRICES },
  ]);
  await owner.mutate("release.publish", { twinId });
  const widget = { twinId, name: "Shop", allowedDomains: [shop.origin] };
  ({ snippet } = await owner.mutate<{ snippet: string }>("widget.create", widget));
  browser = await openChromium();
  page = await openPage({ width: 1000, height: 800 });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await shop?.[Symbol.asyncDispose]();
  await stranger?.[Symbol.asyncDispose]();
});

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const opened = await (await browser.newContext({ viewport })).newPage();
  opened.setDefaultTimeout(15_000);
  return opened;
}

/** The page around the chat is hostile by intent. */
const findBarriersInChat = (seen: Page) => findBarriers(seen, "understudy-chat");

test("on a foreign page one script waits to be reached for, and then answers with its source", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("widget", page, product));
  const asked: string[] = [];
  const refusals: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("console", (message) => message.type() === "error" && refusals.push(message.text()));
  shop.place(snippet);
  await page.goto(shop.origin);
  const launcher = page.getByRole("button", { name: "Chat" });
  await launcher.waitFor();
  expect(asked.toSorted()).toEqual(["/", "/style.css", "/widget.js"]);
  expect(await findBarriersInChat(page)).toEqual([]);
  await launcher.click();
  const dialog = page.getByRole("dialog", { name: "Keeper" });
  await dialog.getByRole("button", { name: QUESTION }).click();
  await dialog.getByRole("article").getByText(FACT).waitFor();
  await dialog.getByRole("button", { name: "Source 1: Lights" }).click();
  await dialog.getByRole("note").getByText(FACT).waitFor();
  expect(await findBarriersInChat(page)).toEqual([]);
  expect(refusals).toEqual([]);
});

test("what was said is there after a reload, and gone for good after a new conversation", async () => {
  await page.reload();
  await page.getByRole("button", { name: "Chat" }).click();
  const dialog = page.getByRole("dialog", { name: "Keeper" });
  await dialog.getByRole("article").getByText(FACT).waitFor();
  await dialog.getByRole("button", { name: "Not helpful" }).click();
  await dialog.getByRole("textbox", { name: /missing or wrong/ }).fill("Who painted it?");
  await dialog.getByRole("article").getByRole("button", { name: "Send" }).click();
  await dialog.getByText("Thank you.", { exact: true }).first().waitFor();
  await dialog.getByRole("button", { name: "New conversation" }).click();
  await dialog.getByRole("button", { name: QUESTION }).waitFor();
  await expect.poll(() => dialog.getByRole("article").count()).toBe(0);
});

test("a keyboard is enough, and the page's own script may open, ask and listen", async () => {
  await page.keyboard.press("Escape");
  const launcher = page.getByRole("button", { name: "Chat" });
  await expect.poll(() => launcher.evaluate((it) => it.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Ask a question" }).waitFor();
  await page.keyboard.type("What is the capital of Mongolia?");
  await page.keyboard.press("Enter");
  const said = page.getByRole("article");
  await said.getByText("I have not been taught anything that answers this.").waitFor();
  // While that one is still ending, or just after: each waits for the one before it.
  const told = await page.evaluate(`Promise.all([
    understudy.ask(${JSON.stringify(QUESTION)}), understudy.ask("Who rules Mongolia?")
  ])`);
  expect(told).toEqual([
    { question: QUESTION, text: FACT, answered: true },
    expect.objectContaining({ question: "Who rules Mongolia?", answered: false }),
  ]);
});

test("a table is one, though what draws it comes only with the first", async () => {
  const parts: string[] = [];
  page.on("request", (request) => parts.push(new URL(request.url()).pathname));
  await page.evaluate(`understudy.ask("What does a storm lantern cost per piece?")`);
  const table = page.getByRole("dialog", { name: "Keeper" }).getByRole("table");
  await table.getByRole("columnheader", { name: "Price per piece" }).waitFor();
  await table.getByRole("cell", { name: /95 crowns/ }).waitFor();
  expect(parts.filter((path) => path.endsWith("/rare-blocks.js"))).toHaveLength(1);
  await page.evaluate(`understudy.ask("What does a harbour lantern cost per piece?")`);
  await expect.poll(() => table.count()).toBe(2);
  expect(parts.filter((path) => path.endsWith("/rare-blocks.js"))).toHaveLength(1);
  expect(await findBarriersInChat(page)).toEqual([]);
});

test("a site that exchanges its body keeps the chat as it was", async () => {
  await page.evaluate(
    `document.documentElement.replaceChild(document.createElement("body"), document.body)`,
  );
  await page.getByRole("dialog", { name: "Keeper" }).getByText("Who rules Mongolia?").waitFor();
  expect(await page.locator("understudy-chat").count()).toBe(1);
});

test("on a phone it fills the screen, from right to left where the page is so, once the server is reached", async ({
  onTestFailed,
}) => {
  const phone = await openPage({ width: 375, height: 720 });
  onTestFailed(() => keepEvidence("widget-phone", phone, product));
  shop.place(snippet, "ar");
  await phone.addInitScript(`(window.understudy ??= []).push(["open"])`);
  await phone.route("**", (route) =>
    route.request().resourceType() === "fetch" ? route.abort() : route.continue(),
  );
  await phone.goto(shop.origin);
  await phone.getByRole("alert").getByText("لا يمكن الوصول").waitFor();
  expect(await findBarriersInChat(phone)).toEqual([]);
  await phone.unroute("**");
  await phone.evaluate(`dispatchEvent(new Event("online"))`);
  const dialog = phone.getByRole("dialog", { name: "Keeper" });
  await dialog.getByRole("button", { name: QUESTION }).waitFor();
  expect(await dialog.getAttribute("dir")).toBe("rtl");
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 720 });
  await dialog.getByRole("button", { name: QUESTION }).click();
  await dialog.getByRole("article").getByText(FACT).waitFor();
  // At the end of the line as the page is written, whatever the language of the question.
  const asked = await dialog.getByRole("article").first().boundingBox();
  expect(asked?.x).toBe(16);
  expect(await findBarriersInChat(phone)).toEqual([]);
});

test("in the studio its owner tries the real one on the draft, before it is saved", async ({
  onTestFailed,
}) => {
  const studio = await openPage({ width: 1400, height: 900 });
  onTestFailed(() => keepEvidence("widget-preview", studio, product));
  const [name = "", value = ""] = (owner.headers.cookie ?? "").split(/=(.*)/s);
  await studio.context().addCookies([{ name, value, url: product.url }]);
  const shown = { starterQuestions: ["Stripes?", QUESTION], avatarUrl: demoPicture };
  await owner.mutate("twin.update", { twinId, ...shown });
  await studio.goto(`${product.url}/twins/${twinId}/launch/widget`);
  const chat = studio.frameLocator("iframe").getByRole("dialog");
  await studio.getByLabel(/^Title/).fill("Ask the keeper");
  await chat.getByRole("heading", { name: "Ask the keeper" }).waitFor();
  await chat.getByRole("button", { name: "Stripes?" }).waitFor();
  await chat.locator("img.avatar").waitFor();
  await chat.getByRole("button", { name: QUESTION }).click();
  await chat.getByRole("article").getByText(FACT).waitFor();
  await studio.getByLabel("Language of the visitor").selectOption("ar");
  await chat.getByRole("article").getByText(FACT).waitFor();
  expect(await chat.getAttribute("dir")).toBe("rtl");
});

test("on a site that is not on the list it says so, and nothing is answered", async () => {
  const elsewhere = await openPage({ width: 800, height: 600 });
  stranger.place(snippet);
  await elsewhere.goto(stranger.origin);
  await elsewhere.getByRole("button", { name: "Chat" }).click();
  await elsewhere.getByText("This chat is not available here.").waitFor();
});

test("it does not wait for ever for a server that says nothing, and goes on when it does", async () => {
  const slow = await openPage({ width: 800, height: 600 });
  shop.place(snippet);
  await slow.route("**/trpc/visitor.start", () => {});
  await slow.goto(shop.origin);
  await slow.getByRole("button", { name: "Chat" }).click();
  await slow.getByText("This chat is not reachable now.").waitFor();
  await slow.unroute("**/trpc/visitor.start");
  await slow.getByRole("button", { name: "Try again" }).click();
  await slow.getByRole("button", { name: QUESTION }).waitFor();
});
