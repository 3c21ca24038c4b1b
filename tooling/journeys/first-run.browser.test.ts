import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lighthouseReport } from "../product/lighthouse-report.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { watchPage } from "./watch-page.ts";

let product: Product;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  product = await startProduct();
  browser = await openChromium();
  page = await (await browser.newContext()).newPage();
  faults = watchPage(page, product.url);
  page.setDefaultTimeout(30_000);
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
  await page.getByLabel("Your name").fill("Ada Keeper");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill("a long lighthouse password");
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Create account" }).click();

  await page.getByRole("heading", { name: /^Welcome/ }).waitFor();
  await page.getByLabel("Name").first().fill("Kereva");
  await page.getByRole("button", { name: "Create twin" }).click();
  const { fileName: name, bytes, question } = lighthouseReport;
  const file = { name, mimeType: "application/pdf", buffer: Buffer.from(bytes) };
  await page.locator('input[type="file"]').first().setInputFiles(file);

  const composer = page.getByRole("textbox", { name: "Ask Kereva" });
  await composer.fill(question);
  expect(await findBarriers(page)).toEqual([]);
  await composer.press("Enter");

  const citation = page.getByRole("button", { name: /^Citation 1/ }).first();
  await citation.waitFor();
  const answer = await page.getByRole("main").textContent();
  expect(lighthouseReport.isAnsweredBy(answer ?? "")).toBe(true);
  await citation.click();
  await page.waitForURL(/passage|source/);
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});
