import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { rootDir } from "../bootstrap/paths.js";
import type { Product } from "../product/start-product.ts";

/** Leaves the page as it stood and what the product logged in `test-results`. */
export async function keepEvidence(name: string, page: Page, product: Product) {
  const folder = join(rootDir, "test-results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), product.log());
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
