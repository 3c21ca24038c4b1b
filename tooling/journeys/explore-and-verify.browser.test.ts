import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { signUpOnScreen } from "./people.ts";
import { sessionOf, teachHandbook } from "./teach-handbook.ts";
import { watchPage } from "./watch-page.ts";

const QUESTION = "How long a break do I take when it stalls?";

let product: Product;
let browser: Browser;
let page: Page;
let twin: string;
const faults: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watchPage(page, product.url, faults);
  await signUpOnScreen(page, product.url);
  twin = `${product.url}/twins/${await teachHandbook(await sessionOf(context, product.url))}`;
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("a question is explored, answered in the owner's own words, and what is like it is not", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("explore-and-verify", page, product));
  await page.goto(`${twin}/chat`);
  await page.getByRole("textbox", { name: /^Ask / }).fill(QUESTION);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "See what was found" }).click();
  await page.getByText(/would be read/).waitFor();
  await page.locator("mark", { hasText: "break" }).first().waitFor();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("region", { name: "Settings B" }).getByLabel("Passages").fill("1");
  await page.keyboard.press("Enter");
  await page.getByText("1 passage would be read").first().waitFor();
  expect(await findBarriers(page)).toEqual([]);

  await page.goto(`${twin}/verified?form=new&question=${encodeURIComponent(QUESTION)}`);
  await page.getByRole("textbox", { name: "Answer" }).fill("An hour, whatever the book says.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("complementary", { name: "Verified answer" }).waitFor();
  expect(await findBarriers(page)).toEqual([]);

  await page.goto(`${twin}/chat`);
  await page.getByRole("textbox", { name: /^Ask / }).fill(QUESTION);
  await page.keyboard.press("Enter");
  await page.getByText("An hour, whatever the book says.", { exact: true }).waitFor();
  await page.getByText("Verified answer", { exact: true }).waitFor();

  const opposite = QUESTION.replace("do I", "do I not");
  await page.goto(`${twin}/explorer?q=${encodeURIComponent(opposite)}`);
  await page.getByText(/is near and not given: one of the two says “not”/).waitFor();
  expect(faults).toEqual([]);
});

test("on a phone neither screen is wider than it", async ({ onTestFailed }) => {
  onTestFailed(() => keepEvidence("explore-on-phone", page, product));
  await page.setViewportSize({ width: 375, height: 740 });
  for (const [path, seen] of [
    [`explorer?tuning=true&q=${encodeURIComponent(QUESTION)}`, /would be read/],
    ["verified", "An hour, whatever the book says."],
  ] as const) {
    await page.goto(`${twin}/${path}`);
    await page.getByText(seen).first().waitFor();
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(375);
    expect(await findBarriers(page)).toEqual([]);
  }
  expect(faults).toEqual([]);
});
