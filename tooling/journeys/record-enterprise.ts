// node tooling/journeys/record-enterprise.ts DIR: what whoever answers for a workspace sees: people and what they
// may do, limits, rules, the audit log, privacy, status, and a twin that comes as a bundle; light, dark, on a phone.
import type { BrowserContext } from "playwright-core";
import { startProduct } from "../product/start-product.ts";
import { livedIn } from "./enterprise/lived-in.ts";
import { startTimetable } from "./enterprise/start-timetable.ts";
import { takeInBundle } from "./enterprise/take-in-bundle.ts";
import { openRecording } from "./open-recording.ts";
import { signUpOnScreen } from "./people.ts";
import { sessionOf } from "./teach-handbook.ts";

const SIGHTS = {
  people: "/settings/people",
  keys: "/settings/keys",
  usage: "/settings/usage",
  "usage-of-a-key": "/settings/usage?set=key",
  rules: "/settings/governance",
  "what-rules-did": "/settings/governance?did=all",
  audit: "/settings/audit",
  "audit-denied": "/settings/audit?outcome=denied",
  privacy: "/settings/privacy",
  status: "/settings/status",
  providers: "/settings/providers",
  jobs: "/jobs",
  account: "/account",
};
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where the pictures go: record-enterprise.ts DIR");
await using recording = await openRecording(folder);
const { browser, take } = recording;
await using timetable = await startTimetable();
const product = await startProduct({ EGRESS_ALLOW: timetable.host, SIGN_UP: "open" });
try {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await signUpOnScreen(page, product.url);
  const owner = await sessionOf(context, product.url);
  const { twinId } = await livedIn(owner, { pageUrl: `${timetable.url}/times` });
  await takeInBundle(page, { owner, twinId, url: product.url, take });
  const state = await context.storageState();
  await context.close();
  for (const [place, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    for (const colorScheme of ["light", "dark"] as const) {
      const looked = await browser.newContext({ ...size, colorScheme, storageState: state });
      await look(looked, `${place}-${colorScheme}`);
    }
  }
} finally {
  await product.stop();
}

async function look(context: BrowserContext, name: string): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  for (const [sight, path] of Object.entries(SIGHTS)) {
    await page.goto(`${product.url}${path}`);
    await page.locator("main h1").first().waitFor();
    await take(page, `${name}-${sight}`);
  }
  await context.close();
}
