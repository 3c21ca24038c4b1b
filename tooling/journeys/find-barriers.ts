import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What WCAG 2.2 AA forbids on the page as it stands, one line per kind, in light and in dark. */
export async function findBarriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${colorScheme} ${id}: ${nodes.map((node) => node.html).join(" ")}`);
    }
  }
  return found;
}
