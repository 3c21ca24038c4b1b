import { type Site, startSite } from "@understudy/core/egress/testing/start-site";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { createTwinOnScreen, signInOnScreen, signUpOnScreen } from "./people.ts";
import { watchPage } from "./watch-page.ts";

const paths = new Map([
  ["/robots.txt", "User-agent: *\nDisallow: /private/"],
  [
    "/",
    '<title>School</title><p>We teach on the coast. <a href="/prices">Prices</a> <a href="/private/plan">Plan</a>',
  ],
  [
    "/prices",
    "<title>Prices</title><p>The coastal course costs 420 euros, with the charts that are needed for it.</p>",
  ],
]);
const handbook = (words: string) => ({
  name: "handbook.md",
  mimeType: "text/markdown",
  buffer: Buffer.from(`# Tides\n\nThe evening about tides is held ${words} in the customs house.`),
});

let site: Site;
let product: Product;
let browser: Browser;
let page: Page;
let sources: string;
const faults: string[] = [];

beforeAll(async () => {
  site = await startSite(({ url = "/" }, reply) => {
    const text = paths.get(url);
    reply.statusCode = text === undefined ? 404 : 200;
    reply.setHeader("content-type", text?.startsWith("<") ? "text/html" : "text/plain");
    reply.end(text);
  });
  product = await startProduct({ EGRESS_ALLOW: site.host });
  browser = await openChromium();
  page = await openPage({ width: 1280, height: 800 });
  await signUpOnScreen(page, product.url);
  await createTwinOnScreen(page, "Kereva");
  await page.locator('input[type="file"]').first().waitFor({ state: "attached" });
  sources = `${product.url}/twins/${new URL(page.url()).searchParams.get("twin")}/sources`;
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await site?.[Symbol.asyncDispose]();
});

test("a site is looked at, taken in, kept on a schedule and synced when it changes", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("keep-current-site", page, product));
  await page.goto(sources);
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await page.getByRole("radio", { name: "Site" }).click();
  await page.getByLabel("Address").fill(site.url);
  await page.getByText("No sitemap: pages are found by their links").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Add site" }).click();
  await page.getByText("2 pages", { exact: true }).waitFor();
  await page.getByRole("button", { name: /^What is in/ }).click();
  await page.getByRole("button", { name: "Prices", exact: true }).waitFor();
  await act(site.host, "Weekly");
  await page.getByText(/weekly · next in 7 days/).waitFor();

  paths.set("/prices", paths.get("/prices")?.replace("420", "460") ?? "");
  await act(site.host, "Sync now");
  await act(site.host, "History");
  await page.getByRole("button", { name: /^Synced by hand.*1 changed/s }).click();
  await page.getByText("The site's robots.txt asks programs not to fetch it.").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page
    .getByRole("link", { name: /\/prices$/ })
    .last()
    .click();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByRole("button", { name: /^Synced by hand/ }).click();
  await page.locator("ins", { hasText: "460" }).waitFor();
  expect(faults).toEqual([]);
});

test("a file is replaced in its place, and what changed can be read", async ({ onTestFailed }) => {
  onTestFailed(() => keepEvidence("keep-current-file", page, product));
  await page.goto(`${sources}?add=files`);
  await page.getByLabel("Files to add").setInputFiles([handbook("on Mondays")]);
  await page.getByText("Can be added").waitFor();
  await page.getByRole("button", { name: /^Add 1 file/ }).click();
  const row = page.getByRole("row", { name: /Tides|handbook/ });
  await row.getByText("Live", { exact: true }).waitFor();
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Replace file…" }).click();
  await page.getByLabel("The newer file").setInputFiles([handbook("on Fridays")]);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  await page.getByRole("button", { name: /^File replaced.*1 passage added/s }).click();
  await page.locator("ins", { hasText: "Fridays" }).waitFor();
  await page.locator("del", { hasText: "Mondays" }).waitFor();
  expect(faults).toEqual([]);
});

test("jobs tell their stages, and a self-check that everything agrees", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("keep-current-jobs", page, product));
  await page.goto(`${product.url}/jobs`);
  await page.getByRole("button", { name: "Self-check" }).first().click();
  await page.getByText(/^Everything agrees:/).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const phone = await openPage({ width: 375, height: 740 });
  await signInOnScreen(phone, product.url);
  for (const address of [sources, `${sources}?add=site`, `${product.url}/jobs`]) {
    await phone.goto(address);
    await phone.locator("h1").waitFor({ state: "attached" });
    expect(await findBarriers(phone)).toEqual([]);
    expect(await phone.evaluate<number>("document.documentElement.scrollWidth")).toBe(375);
  }
  expect(faults).toEqual([]);
});

async function act(title: string, action: string): Promise<void> {
  await page
    .getByRole("button", { name: `Actions for ${title}`, exact: true })
    .first()
    .click();
  await page.getByRole("menu").getByText(action, { exact: true }).click();
}

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const opened = await context.newPage();
  opened.setDefaultTimeout(40_000);
  watchPage(opened, product.url, faults);
  return opened;
}
