import { join } from "node:path";
import type { Page } from "playwright-core";

/** Of a twin: where it is, and what stands there once it is all there. */
const SIGHTS = [
  ["home", "", "Needs you"],
  ["inbox", "/questions", "Questions"],
  ["conversations", "/conversations", "Conversations"],
  ["analytics", "/analytics", "Over time"],
] as const;

const TALL = { width: 1280, height: 2_400 };

interface Seen {
  url: string;
  twinId: string;
  pictures: string;
  name: string;
  /** Over how many days figures are looked at. */
  range: "7d" | "30d";
}

/** What the owner sees of the week. */
export async function takeSights(
  page: Page,
  { url, twinId, pictures, name, range }: Seen,
): Promise<void> {
  const take = async (sight: string) => {
    await page.evaluate("document.fonts.ready");
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(pictures, `${name}-${sight}.png`), animations: "disabled" });
  };
  for (const [sight, path, heading] of SIGHTS) {
    await page.goto(`${url}/twins/${twinId}${path}?range=${range}`);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    await take(sight);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ ...TALL, width: size?.width ?? TALL.width });
  await take("analytics-whole");
  if (size) await page.setViewportSize(size);
  await page.goto(`${url}/compare?range=${range}`);
  await page.getByRole("row").nth(1).waitFor();
  await take("compare");
}
