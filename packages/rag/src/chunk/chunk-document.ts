import type { Locator, ParsedDocument } from "../parse/document.ts";
import { locatePassage } from "./locate-passage.ts";
import { mergeSections } from "./merge-sections.ts";
import { packUnits } from "./pack-units.ts";
import { type ChunkSettings, chunkSettings } from "./settings.ts";
import { splitSections } from "./split-sections.ts";
import { splitUnits } from "./split-units.ts";

export interface Passage {
  /** Position in the document, from 0. */
  ordinal: number;
  /** `document.text.slice(locator.start, locator.end)`, verbatim. */
  text: string;
  locator: Locator;
}

/**
 * Cuts a document into passages of 200 to 400 words along its structure: sentences stay whole,
 * headings part passages, neighbours overlap by about a fifth, rows of a table name its header among
 * their `headings`. Every character that is not white space is in some passage; none exceeds
 * `mostTokens`. One pass, linear time.
 */
export function chunkDocument(
  document: ParsedDocument,
  options: Partial<ChunkSettings> = {},
): Passage[] {
  const settings = { ...chunkSettings, ...options };
  const passages: Passage[] = [];
  for (const section of mergeSections(document.text, splitSections(document), settings)) {
    const units = splitUnits(document.text, section, settings.mostTokens);
    for (const { first, last } of packUnits(units, settings)) {
      const locator = locatePassage(document.text, section, units.slice(first, last + 1));
      const text = document.text.slice(locator.start, locator.end);
      passages.push({ ordinal: passages.length, text, locator });
    }
  }
  return passages;
}
