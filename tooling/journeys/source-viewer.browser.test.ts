import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepersFiles } from "./fixtures/keepers-files.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { createTwinOnScreen, signInOnScreen, signUpOnScreen } from "./people.ts";
import { watchPage } from "./watch-page.ts";

let product: Product;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openChromium();
  page = await openPage({ width: 1280, height: 800 });
  await signUpOnScreen(page, product.url);
  await createTwinOnScreen(page, "Kereva");
  await page.locator('input[type="file"]').first().setInputFiles(keepersFiles);
  await page.getByText("Live", { exact: true }).nth(2).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("a PDF's columns are read beside their text, and each leads to the other", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("viewer-pdf", page, product));
  await openInViewer(page, "watch");
  await page.locator("canvas").first().waitFor();

  await page.keyboard.press("j");
  await page.getByText("Passage 1 of").waitFor();
  const chosen = page.url();
  expect(chosen).toMatch(/passage=[\da-f-]{36}/);
  await page.getByRole("searchbox").press("Control+f");
  await page.keyboard.type("second keeper");
  await page.getByText("1 of 6").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("2 of 6").waitFor();
  // On the page as in the text, the match stands in the right column.
  const found = await boxOf(page, '[data-mark="shown"]');
  const paper = await boxOf(page, '[data-page="1"]');
  expect(found.x).toBeGreaterThan(paper.x + paper.width / 2);
  expect(await shownText(page)).toBe("second keeper");
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("region", { name: "Original" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.locator('[data-page="2"] canvas').waitFor();
  await page.waitForURL(/page=2/);
  await page.goto(chosen);
  await page.locator('[data-page="1"] [data-mark="shown"]').first().waitFor();
  expect(faults).toEqual([]);
});

test("what stands on a later page is drawn and marked there, and said alike in the text", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("viewer-page", page, product));
  await page.getByRole("button", { name: "Passage 2" }).last().click();
  await page.getByText("Passage 2 of").waitFor();
  await page.locator('[data-page="2"] [data-mark="shown"]').first().waitFor();
  await page.locator('[data-page="2"] .pdf-text').getByText("ordered in March").waitFor();
  expect(await shownText(page)).toContain("ordered in March");
  expect(faults).toEqual([]);
});

test("a table keeps its rows and a transcript its moments", async ({ onTestFailed }) => {
  onTestFailed(() => keepEvidence("viewer-table", page, product));
  await openInViewer(page, "prices");
  await page.getByRole("searchbox").fill("tour 390");
  const row = page.getByRole("row", { name: /^391 / });
  await row.waitFor();
  expect(await row.locator("mark").textContent()).toBe("Tour 390");
  // Of four hundred rows only those in sight are in the page.
  expect(await page.getByRole("row").count()).toBeLessThan(150);
  expect(await findBarriers(page)).toEqual([]);

  await openInViewer(page, "talk");
  await page.getByRole("searchbox").fill("when it stops");
  const said = page.getByRole("listitem").filter({ has: page.locator("mark") });
  expect(await said.textContent()).toMatch(/1:02:07.*Ada Keeper.*You learn to wake when it stops/);
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("a phone shows one pane at a time", async ({ onTestFailed }) => {
  const phone = await openPage({ width: 375, height: 740 });
  onTestFailed(() => keepEvidence("viewer-phone", phone, product));
  await signInOnScreen(phone, product.url);
  await phone.goto(page.url().replace(/\/sources\/.*/, "/sources"));
  await openInViewer(phone, "watch");
  await phone.locator("canvas").first().waitFor();
  await phone.getByRole("button", { name: "Next passage" }).click();
  await phone.getByText("Passage 1 of").waitFor();
  expect(await findBarriers(phone)).toEqual([]);
  await phone.getByRole("radio", { name: "As understood" }).click();
  await phone.getByText("and every ship that went by").first().waitFor();
  expect(await findBarriers(phone)).toEqual([]);
  expect(await widthOf(phone)).toBe(375);
  await openInViewer(phone, "prices");
  await phone.getByRole("table").waitFor();
  expect(await widthOf(phone)).toBe(375);
  expect(faults).toEqual([]);
});

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  watchPage(opened, product.url, faults);
  return opened;
}

/** From the list of sources through the panel, as a person would go. */
async function openInViewer(from: Page, title: string): Promise<void> {
  const twin = /\/twins\/[^/?]+/.exec(from.url())?.[0] ?? (await firstTwin(from));
  await from.goto(`${product.url}${twin}/sources`);
  await from.getByRole("button", { name: title, exact: true }).click();
  await from.getByRole("link", { name: "Open in viewer" }).click();
  await from.getByRole("heading", { name: title, level: 1 }).waitFor();
}

async function firstTwin(from: Page): Promise<string> {
  const id = new URL(from.url()).searchParams.get("twin");
  return `/twins/${id}`;
}

const widthOf = (of: Page) => of.evaluate<number>("document.documentElement.scrollWidth");

async function boxOf(from: Page, selector: string) {
  const box = await from.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not in sight`);
  return box;
}

async function shownText(from: Page): Promise<string | null> {
  return from
    .getByRole("region", { name: "Text as understood" })
    .locator("mark.bg-mark")
    .first()
    .textContent();
}
