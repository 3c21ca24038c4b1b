import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openChromium } from "./open-chromium.ts";
import { signUpOnScreen } from "./people.ts";
import { proveAndPublish } from "./prove-and-publish.ts";
import { sessionOf, teachHandbook } from "./teach-handbook.ts";
import { watchPage } from "./watch-page.ts";

/** The screens that differ most; looking takes as long as a step. */
const BARRIERS_AT = new Set(["a test", "blocked", "answers side by side"]);

let product: Product;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watchPage(page, product.url, faults);
  await signUpOnScreen(page, product.url);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("a release is blocked by a regression, mended, published and rolled back", async ({
  onTestFailed,
}) => {
  onTestFailed(() => keepEvidence("prove-and-publish", page, product));
  const session = await sessionOf(page.context(), product.url);
  const twinId = await teachHandbook(session);
  await proveAndPublish({
    page,
    session,
    url: product.url,
    twinId,
    look: async (sight) => {
      if (BARRIERS_AT.has(sight)) expect(await findBarriers(page), sight).toEqual([]);
    },
  });
  expect(faults).toEqual([]);
});
