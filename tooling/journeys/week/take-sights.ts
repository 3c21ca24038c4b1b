import type { Page } from "playwright-core";
import type { Recording } from "../open-recording.ts";

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
  take: Recording["take"];
  name: string;
  /** Over how many days figures are looked at. */
  range: "7d" | "30d";
}

/** What the owner sees of the week. */
export async function takeSights(
  page: Page,
  { url, twinId, take, name, range }: Seen,
): Promise<void> {
  const look = async (sight: string) => {
    await page.waitForLoadState("networkidle");
    await take(page, `${name}-${sight}`);
  };
  for (const [sight, path, heading] of SIGHTS) {
    await page.goto(`${url}/twins/${twinId}${path}?range=${range}`);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    await look(sight);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ ...TALL, width: size?.width ?? TALL.width });
  await look("analytics-whole");
  if (size) await page.setViewportSize(size);
  await page.goto(`${url}/compare?range=${range}`);
  await page.getByRole("row").nth(1).waitFor();
  await look("compare");
}
