// node tooling/journeys/record-ingestion.ts DIR FILE…: files go in together, each is read in the viewer beside its
// original with a passage drawn, a site is synced, jobs are looked at; light, dark, and on a phone.
import { resolve } from "node:path";
import { startSite } from "@understudy/core/egress/testing/start-site";
import type { Page } from "playwright-core";
import { startProduct } from "../product/start-product.ts";
import { openRecording } from "./open-recording.ts";
import { createTwinOnScreen, signInOnScreen, signUpOnScreen } from "./people.ts";

const DESKTOP = { width: 1360, height: 860 };
const PHONE = { width: 390, height: 780 };
const LEARNT_MS = 180_000;

const [folder, ...named] = process.argv.slice(2);
if (!folder || named.length === 0) throw new Error("Say where: record-ingestion.ts DIR FILE…");
const files = named.map((file) => resolve(file));
const pages = new Map([
  ["/", '<title>School</title><p>We teach on the coast. <a href="/prices">Prices</a>'],
  ["/prices", "<title>Prices</title><p>The coastal course costs 420 euros, with its charts."],
]);
await using site = await startSite(({ url = "/" }, reply) => {
  reply.statusCode = pages.has(url) ? 200 : 404;
  reply.setHeader("content-type", "text/html");
  reply.end(pages.get(url));
});
await using recording = await openRecording(folder);
const { browser, take } = recording;
const product = await startProduct({ EGRESS_ALLOW: site.host });
try {
  const page = await openPage(DESKTOP);
  await signUpOnScreen(page, product.url);
  await createTwinOnScreen(page, "Harbour library");
  await page.locator('input[type="file"]').first().waitFor({ state: "attached" });
  const sources = `${product.url}/twins/${new URL(page.url()).searchParams.get("twin")}/sources`;
  const viewers = await takeIn(page, sources);
  await syncSite(page, sources);
  await page.goto(`${product.url}/jobs`);
  await page.getByRole("row").nth(1).waitFor();
  await inBoth(page, "jobs");
  const phone = await openPage(PHONE);
  await signInOnScreen(phone, product.url);
  for (const [name, address] of Object.entries({ sources, ...viewers })) {
    await phone.goto(address);
    await phone.locator("h1").waitFor({ state: "attached" });
    await take(phone, `phone-${name}`);
  }
} finally {
  await product.stop();
}

/** Adds the files at once, and reads each in the viewer; their addresses there. */
async function takeIn(page: Page, sources: string): Promise<Record<string, string>> {
  await page.goto(`${sources}?add=files`);
  await page.getByLabel("Files to add").setInputFiles(files);
  await page.getByText("Can be added").first().waitFor();
  await inBoth(page, "preflight");
  await page.getByRole("button", { name: /^Add \d+ file/ }).click();
  await page.getByRole("row").nth(files.length).waitFor();
  await inBoth(page, "taken-in");
  const rows = page.getByRole("row").filter({ hasText: /Live|Failed/ });
  await rows.nth(files.length - 1).waitFor({ timeout: LEARNT_MS });
  await inBoth(page, "sources");
  const live = page.getByRole("row").filter({ hasText: "Live" }).getByRole("button");
  const titles = (await live.allTextContents()).filter((title) => title !== "");
  const viewers: Record<string, string> = {};
  for (const title of titles) {
    await page.goto(sources);
    await page.getByRole("button", { name: title, exact: true }).first().click();
    await page.getByRole("link", { name: "Open in viewer" }).click();
    await page.getByText("No passage chosen").waitFor();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const name = `viewer-${title.replace(/\W+/g, "-")}`;
    await inBoth(page, name);
    viewers[name] = page.url();
  }
  return viewers;
}

async function syncSite(page: Page, sources: string): Promise<void> {
  await page.goto(`${sources}?add=site`);
  await page.getByLabel("Address").fill(site.url);
  await page.getByText("No sitemap: pages are found by their links").waitFor();
  await inBoth(page, "site-preflight");
  await page.getByRole("button", { name: "Add site" }).click();
  await page.getByText("2 pages", { exact: true }).waitFor();
  pages.set("/prices", pages.get("/prices")?.replace("420", "460") ?? "");
  for (const action of ["Sync now", "History"]) {
    await page
      .getByRole("button", { name: `Actions for ${site.host}`, exact: true })
      .first()
      .click();
    await page.getByRole("menu").getByText(action, { exact: true }).click();
  }
  await page.getByRole("button", { name: /^Synced by hand.*1 changed/s }).click();
  await inBoth(page, "sync-report");
}

async function inBoth(page: Page, sight: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await take(page, `${sight}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const opened = await (await browser.newContext({ viewport })).newPage();
  opened.setDefaultTimeout(40_000);
  return opened;
}
