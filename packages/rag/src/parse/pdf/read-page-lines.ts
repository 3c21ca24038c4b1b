import { buildLines } from "./build-lines.ts";
import { readCorkLetters } from "./cork-letters.ts";
import type { Pdf } from "./open-pdf.ts";
import type { PageLines } from "./page-lines.ts";
import { isText, readRuns } from "./read-runs.ts";
import { splitColumns } from "./split-columns.ts";

/** Reads one page's lines in reading order and lets PDF.js forget the page. */
export async function readPageLines(pdf: Pdf, number: number): Promise<PageLines> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  const texts = readCorkLetters((items as readonly object[]).filter(isText));
  const runs = readRuns(texts, transform as number[]);
  const regions = splitColumns(runs).map(buildLines);
  return { number, width, height, regions: regions.filter((lines) => lines.length > 0) };
}
