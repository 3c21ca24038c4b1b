import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signUp } from "../product/sign-up.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { openChromium } from "./open-chromium.ts";
import { teachTwin } from "./teach-handbook.ts";

const FACT = "Feed the starter every twelve hours with equal weights of flour and water.";
const QUESTION = "How often do I feed the starter?";

let product: Product;
let browser: Browser;
let page: Page;
let chat: string;

beforeAll(async () => {
  product = await startProduct();
  const owner = await signUp(product.url);
  const twinId = await teachTwin(owner, { name: "Nora" }, [{ title: "Starter", text: FACT }]);
  chat = `${product.url}/twins/${twinId}/chat`;
  browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = (owner.headers.cookie ?? "").split(/=(.*)/s);
  await context.addCookies([{ name, value, url: product.url }]);
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const thread = () => page.getByRole("region", { name: "Conversation" }).getByRole("listitem");
const stopped = () => page.getByText("Stopped", { exact: true });

async function ask() {
  await page.goto(chat);
  await page.getByRole("textbox", { name: "Ask Nora" }).fill(QUESTION);
  await page.keyboard.press("Enter");
}

test("a first question that was stopped can be asked again", async () => {
  await page.route("**/api/messages", () => {});
  await ask();
  await page.getByRole("button", { name: "Stop" }).click();
  await stopped().waitFor();
  await page.unroute("**/api/messages");
  await page.getByRole("button", { name: "Ask again" }).click();
  await thread().getByText(FACT).waitFor();
});

test("what the server heard of a question that was stopped is shown as it is kept there", async () => {
  const heard = Promise.withResolvers<void>();
  // The question arrives and is answered; of that nothing reaches the page.
  await page.route("**/api/messages", async (route) => {
    await route.fetch();
    heard.resolve();
  });
  await ask();
  await heard.promise;
  await page.getByRole("button", { name: "Stop" }).click();
  await thread().getByText(FACT).waitFor();
  expect(await stopped().count()).toBe(0);
});
