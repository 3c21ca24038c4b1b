import type { openPage } from "../html/open-page.ts";
import { normalizeLine } from "../normalize-text.ts";
import type { ContentsEntry } from "./read-contents.ts";

const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** Some writers set headings as paragraphs: those that the contents name become headings of their depth. */
export function markHeadings(
  page: ReturnType<typeof openPage>,
  entries: readonly ContentsEntry[],
): void {
  const known = new Set(Array.from(page.querySelectorAll(HEADINGS), words));
  const paragraphs = entries.length > 0 ? [...page.querySelectorAll("p")] : [];
  for (const { label, depth } of entries) {
    const isWanted = label !== "" && !known.has(label);
    const paragraph = isWanted ? paragraphs.find((one) => words(one) === label) : undefined;
    if (!paragraph) continue;
    const heading = page.createElement(`h${Math.max(1, Math.min(6, depth))}`);
    heading.textContent = label;
    paragraph.replaceWith(heading);
    known.add(label);
  }
}

function words({ textContent }: { textContent: string | null }): string {
  return normalizeLine(textContent ?? "");
}
