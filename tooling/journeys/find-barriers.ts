import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What WCAG 2.2 AA forbids on the page as it stands, or in a part of it, one line per kind, in light and in dark. */
export async function findBarriers(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(TAGS);
    // Without frames there is nothing to join, which is done in a further page and takes four times as long.
    if (page.frames().length === 1) axe.setLegacyMode();
    if (within) axe.include(within);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      found.push(`${colorScheme} ${id}: ${nodes.map((node) => node.html).join(" ")}`);
    }
  }
  return found;
}
