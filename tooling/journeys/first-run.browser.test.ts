import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeEmptyDataDir } from "../product/data-dir.ts";
import { lighthouseReport } from "../product/lighthouse-report.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { createTwinOnScreen, signInOnScreen, signUpOnScreen } from "./people.ts";
import { watchPage } from "./watch-page.ts";

const desktop = { width: 1280, height: 800 };
const phone = { width: 375, height: 740 };

let product: Product;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  product = await startProduct({}, makeEmptyDataDir());
  browser = await openChromium();
  page = await openPage(desktop);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("someone new makes an account, teaches a twin and reads a cited answer", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("first-run", page, product));
  await page.goto(`${product.url}/sign-up`);
  await page.getByLabel("Your name").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await signUpOnScreen(page, product.url);
  await createTwinOnScreen(page, "Kereva");
  const { fileName: name, bytes, question } = lighthouseReport;
  const file = { name, mimeType: "application/pdf", buffer: Buffer.from(bytes) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  // The address keeps the place of someone who reloads while the file is read.
  await page.getByText("kereva", { exact: false }).first().waitFor();
  await page.reload();

  const composer = page.getByRole("textbox", { name: "Ask Kereva" });
  await composer.fill(question);
  expect(await findBarriers(page)).toEqual([]);
  await composer.press("Enter");

  await readCitation(page);
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("what was asked is there after a reload, can be rated, renamed and removed", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("conversation", page, product));
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("button", { name: "Bad answer" }).click();
  await page.getByLabel("What is wrong with this answer?").fill("Too short");
  await page.getByRole("button", { name: "Send", exact: true }).first().click();
  await page.getByText("“Too short”").waitFor();

  await page.getByRole("button", { name: /^Actions for When was/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const title = page.getByLabel("Title of the conversation");
  await title.fill("Stripes");
  await title.press("Enter");
  await page.getByRole("button", { name: "Actions for Stripes" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /^Stripes/ }).click();
  await page.getByText("“Too short”").waitFor();
  expect(faults).toEqual([]);
});

test("a second browser, a phone, asks the same twin at the same time", async ({ onTestFailed }) => {
  const other = await openPage(phone);
  onTestFailed(() => keepEvidence("phone", other, product));
  await signInOnScreen(other, product.url);
  const twin = /\/twins\/[^/]+/.exec(page.url())?.[0];
  await Promise.all([
    other.goto(`${product.url}${twin}/chat`),
    page.goto(`${product.url}${twin}/chat`),
  ]);
  await Promise.all(
    [page, other].map(async (asking) => {
      await asking.getByRole("textbox", { name: "Ask Kereva" }).fill(lighthouseReport.question);
      await asking.keyboard.press("Enter");
      await readCitation(asking);
    }),
  );
  expect(await findBarriers(other)).toEqual([]);
  for (const path of ["", "/chat", "/sources", "/sources?add=page", "/character"]) {
    await other.goto(`${product.url}${twin}${path}`);
    await other.locator("h1").waitFor({ state: "attached" });
    expect(await findBarriers(other)).toEqual([]);
    expect(await other.evaluate<number>("document.documentElement.scrollWidth")).toBe(375);
  }
  expect(faults).toEqual([]);
});

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  watchPage(opened, product.url, faults);
  return opened;
}

/** Waits for the first chip, follows it, and sees the cited words highlighted in their source. */
async function readCitation(reading: Page): Promise<void> {
  const citation = reading.getByRole("link", { name: /^Citation 1/ }).first();
  await citation.waitFor();
  const answer = await reading.getByRole("main").textContent();
  expect(lighthouseReport.isAnsweredBy(answer ?? "")).toBe(true);
  await citation.click();
  await reading.waitForURL(/passage=/);
  const marked = reading.getByRole("complementary").locator("mark").first();
  await marked.waitFor();
  expect(await marked.textContent()).toContain("1931");
}
