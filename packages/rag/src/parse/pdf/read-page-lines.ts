import { buildLines } from "./build-lines.ts";
import { readCorkLetters } from "./cork-letters.ts";
import { dropUnreadable } from "./drop-unreadable.ts";
import { layVerticalText } from "./lay-vertical-text.ts";
import type { Pdf } from "./open-pdf.ts";
import type { PageLines } from "./page-lines.ts";
import { type Annotation, readFormFields } from "./read-form-fields.ts";
import { isText, readRuns } from "./read-runs.ts";
import { splitColumns } from "./split-columns.ts";

/** Reads one page's lines in reading order, with what was filled into its form, and lets PDF.js forget the page. */
export async function readPageLines(
  pdf: Pdf,
  number: number,
  hasFields: boolean,
): Promise<PageLines> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const annotations: Annotation[] = hasFields ? await page.getAnnotations() : [];
  page.cleanup();
  const written = readCorkLetters((items as readonly object[]).filter(isText));
  const texts = layVerticalText(dropUnreadable(written));
  const fields = readFormFields(annotations, texts);
  const runs = readRuns([...texts, ...fields], transform as number[]);
  const regions = splitColumns(runs).map(buildLines);
  return { number, width, height, regions: regions.filter((lines) => lines.length > 0) };
}
