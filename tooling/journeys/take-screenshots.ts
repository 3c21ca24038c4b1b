// node tooling/journeys/take-screenshots.ts: the pictures of the README, from the real product
import { join } from "node:path";
import type { Page } from "playwright-core";
import { rootDir } from "../bootstrap/paths.js";
import { makePdf } from "../product/make-pdf.ts";
import { startProduct } from "../product/start-product.ts";
import { openRecording } from "./open-recording.ts";
import { createTwinOnScreen, signUpOnScreen } from "./people.ts";
import { startCustomerSite } from "./start-customer-site.ts";
import { sessionOf } from "./teach-handbook.ts";

const folder = join(rootDir, "docs/images");
const fixtures = join(import.meta.dirname, "fixtures");
const files = ["negotiation-handbook.md", "first-calls.md"].map((name) => join(fixtures, name));
const SHOP_STYLE = `
  body { margin: 0; font: 18px/1.6 Georgia, serif; color: #2b2a27; background: #f6f3ec; }
  main { max-width: 40rem; margin: 6rem 8rem; }
  h1 { font-size: 3rem; line-height: 1.1; }`;
const scan = {
  name: "workshop-slides.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(makePdf(["", ""])),
};

await using recording = await openRecording(folder);
const { browser, take } = recording;
const product = await startProduct();
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await signUpOnScreen(page, product.url);
  await showFirstRun(page);
  await showChat(page);
  await showSources(page);
  await showWidget(page);
} finally {
  await product.stop();
}

async function showFirstRun(page: Page) {
  await createTwinOnScreen(page, "Mara Lindqvist");
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await page.getByText("Live", { exact: true }).nth(1).waitFor();
  const composer = page.getByRole("textbox", { name: /^Ask / });
  await composer.fill("What should I do before a first meeting?");
  await take(page, "first-run");
  await composer.press("Enter");
  await page
    .getByRole("link", { name: /^Citation 1/ })
    .first()
    .waitFor();
}

async function showChat(page: Page) {
  await ask(page, "When should I name my number first?");
  await ask(page, "How long a break do I take when it stalls?");
  await page
    .getByRole("link", { name: /^Citation 1/ })
    .last()
    .click();
  await page.getByRole("complementary").locator("mark").first().waitFor();
  await page.mouse.move(700, 740);
  await page.waitForTimeout(300);
  await take(page, "chat");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "chat-dark");
  await page.emulateMedia({ colorScheme: "light" });
}

async function ask(page: Page, question: string) {
  const composer = page.getByRole("textbox", { name: /^Ask / });
  const answers = page.getByRole("button", { name: "Good answer" });
  const before = await answers.count();
  await composer.fill(question);
  await composer.press("Enter");
  await answers.nth(before).waitFor();
}

async function showSources(page: Page) {
  await page.getByRole("link", { name: "Sources" }).click();
  await page.getByRole("heading", { name: "Sources", level: 1 }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Files to add").setInputFiles([scan]);
  await page.getByRole("button", { name: /^Add 1 file/ }).click();
  await page
    .getByText(/scan without text/)
    .first()
    .waitFor();
  await take(page, "sources");
}

async function showWidget(page: Page) {
  await using shop = await startCustomerSite({ style: SHOP_STYLE });
  const owner = await sessionOf(page.context(), product.url);
  const { items } = await owner.query<{ items: { id: string }[] }>("twin.list", {});
  const widget = { twinId: items[0]?.id, name: "Shop", allowedDomains: [shop.origin] };
  await owner.mutate("release.publish", { twinId: widget.twinId });
  const { snippet } = await owner.mutate<{ snippet: string }>("widget.create", widget);
  shop.place(snippet);
  await page.goto(shop.origin);
  await page.getByRole("button", { name: "Chat" }).click();
  const field = page.getByRole("textbox", { name: "Ask a question" });
  await field.fill("When should I name my number first?");
  await field.press("Enter");
  await page
    .getByRole("button", { name: /^Source 1/ })
    .first()
    .click();
  await page.getByRole("note").waitFor();
  await page.mouse.move(100, 600);
  await take(page, "widget");
}
