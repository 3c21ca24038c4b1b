import type { Block, Box, Locator } from "../parse/document.ts";
import type { Section } from "./section.ts";
import type { Unit } from "./split-units.ts";

/** Where a passage stands, from the blocks its units come from. */
export function locatePassage(text: string, section: Section, units: readonly Unit[]): Locator {
  const first = units[0]!;
  const last = units.at(-1)!;
  const blocks = [...new Set(units.flatMap(({ block, lastBlock }) => [block, lastBlock]))];
  const { row } = first;
  const { sheet, speaker } = first.block;
  const startSeconds = blocks.find((block) => block.startSeconds !== undefined)?.startSeconds;
  const endSeconds = blocks.findLast((block) => block.endSeconds !== undefined)?.endSeconds;
  const header = tableHeader(text, first);
  const headings = header === undefined ? section.path : [...section.path, header];
  return {
    start: first.start,
    end: last.end,
    ...pages(blocks),
    ...(headings.length > 0 && { headings }),
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && { row }),
    ...(speaker !== undefined && { speaker }),
    ...(startSeconds !== undefined && { startSeconds }),
    ...(endSeconds !== undefined && { endSeconds }),
  };
}

function pages(blocks: readonly Block[]): Pick<Locator, "page" | "pageEnd" | "box"> {
  const numbers = blocks.flatMap(({ page }) => page ?? []);
  if (numbers.length === 0) return {};
  const page = Math.min(...numbers);
  const box = unionBox(blocks.filter((block) => block.page === page));
  return { page, pageEnd: Math.max(...numbers), ...(box && { box }) };
}

/** The box around a passage's blocks on its first page. */
function unionBox(blocks: readonly Block[]): Box | undefined {
  const boxes = blocks.flatMap(({ box }) => (box ? [box] : []));
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

const LONGEST_HEADER = 300;

/** The first line of the table that a passage enters below it. */
function tableHeader(text: string, { block, start }: Unit): string | undefined {
  if (block.kind !== "table" || start === block.start) return undefined;
  const end = text.indexOf("\n", block.start);
  return text.slice(block.start, Math.min(end, block.start + LONGEST_HEADER));
}
