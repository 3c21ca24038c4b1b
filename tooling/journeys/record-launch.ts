// node tooling/journeys/record-launch.ts DIR: a twin is published and put on somebody else's page, whose
// style is hostile and whose policy is strict; as it looks there, on a phone, dark, and from right to left.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startProduct } from "../product/start-product.ts";
import { openRecording } from "./open-recording.ts";
import { signUpOnScreen } from "./people.ts";
import { type CustomerSite, startCustomerSite } from "./start-customer-site.ts";
import { sessionOf, teachTwin } from "./teach-handbook.ts";

const FACT =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";
const QUESTION = "When was the lighthouse at Kereva painted?";
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where the pictures go: record-launch.ts DIR");
await using recording = await openRecording(folder);
const { browser, take } = recording;
await using shop = await startCustomerSite();
await using stranger = await startCustomerSite();
const product = await startProduct();
try {
  const { snippet } = await launch(browser);
  for (const [place, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    const visiting = { site: shop, snippet, ...size };
    for (const colorScheme of ["light", "dark"] as const) {
      await visit(browser, { ...visiting, name: `${place}-${colorScheme}`, colorScheme });
    }
    await visit(browser, { ...visiting, name: `${place}-right-to-left`, language: "ar" });
  }
  await beRefused(browser, stranger, snippet);
} finally {
  await product.stop();
}

/** In the studio: published, and a widget made for the one site. */
async function launch(on: Browser): Promise<{ snippet: string }> {
  const context = await on.newContext(DESKTOP);
  const page = await open(context);
  await signUpOnScreen(page, product.url);
  const owner = await sessionOf(context, product.url);
  const twin = { name: "Keeper", starterQuestions: [QUESTION] };
  const twinId = await teachTwin(owner, twin, [{ title: "Lights", text: FACT }]);
  await page.goto(`${product.url}/twins/${twinId}/releases`);
  await page.getByRole("button", { name: "Publish…" }).click();
  await page
    .getByRole("button", { name: /publish/i })
    .last()
    .click();
  await page.getByText("Release 1 is live.", { exact: true }).waitFor();
  await take(page, "studio-published");
  const widget = { twinId, name: "Shop", allowedDomains: [shop.origin] };
  const made = await owner.mutate<{ snippet: string }>("widget.create", widget);
  await page.goto(`${product.url}/twins/${twinId}/launch/widget`);
  await page.frameLocator("iframe").getByRole("dialog").waitFor();
  await take(page, "studio-widget");
  await context.close();
  return made;
}

interface Visit extends BrowserContextOptions {
  site: CustomerSite;
  snippet: string;
  name: string;
  language?: string;
}

async function visit(on: Browser, { site, snippet, name, language, ...look }: Visit) {
  const context = await on.newContext(look);
  const page = await open(context);
  site.place(snippet, language);
  await page.goto(site.origin);
  const launcher = page.locator("understudy-chat").getByRole("button").first();
  await launcher.waitFor();
  await take(page, `${name}-page`);
  await launcher.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: QUESTION }).waitFor();
  await take(page, `${name}-opened`);
  await dialog.getByRole("button", { name: QUESTION }).click();
  await dialog.getByRole("article").getByText(FACT).waitFor();
  await dialog
    .getByRole("article")
    .getByRole("button", { name: /Lights/ })
    .click();
  await dialog.getByRole("note").waitFor();
  await take(page, `${name}-answered`);
  await context.close();
}

async function beRefused(on: Browser, site: CustomerSite, snippet: string) {
  const context = await on.newContext(DESKTOP);
  const page = await open(context);
  site.place(snippet);
  await page.goto(site.origin);
  await page.locator("understudy-chat").getByRole("button").first().click();
  await page.getByText("This chat is not available here.").waitFor();
  await take(page, "third-origin-refused");
  await context.close();
}

async function open(context: { newPage: () => Promise<Page> }): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
