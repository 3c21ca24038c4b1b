import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { provideChromium } from "../test/provide-chromium.ts";
import { openChromium } from "./open-chromium.ts";

export interface Recording extends AsyncDisposable {
  browser: Browser;
  take(page: Page, sight: string): Promise<void>;
}

const SETTLED_MS = 700;

/** A browser, and a folder in which its pictures go. */
export async function openRecording(folder: string): Promise<Recording> {
  const chromium = await provideChromium();
  if ("unavailable" in chromium) throw new Error(chromium.unavailable);
  process.env.CHROMIUM_PATH = chromium.path;
  mkdirSync(folder, { recursive: true });
  const browser = await openChromium();
  return {
    browser,
    async take(page, sight) {
      await page.evaluate("document.fonts.ready");
      await page.waitForTimeout(SETTLED_MS);
      await page.screenshot({ path: join(folder, `${sight}.png`), animations: "disabled" });
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
