import type { Block, ParsedDocument } from "../parse/document.ts";
import type { Section } from "./section.ts";

interface OpenHeading {
  level: number;
  text: string;
}

const LONGEST_HEADING = 200;

/** Parts a document at its headings; text outside any block counts as a paragraph. */
export function splitSections({ text, blocks }: ParsedDocument): Section[] {
  const sections: Section[] = [];
  const open: OpenHeading[] = [];
  let last: Block | undefined;
  for (const block of withGaps(text, blocks)) {
    if (block.kind === "heading") {
      const level = block.level ?? 1;
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
      open.push({ level, text: headingText(text, block) });
    }
    const section = sections.at(-1);
    const opensSection =
      block.kind === "heading" && !(last?.kind === "heading" && isNested(last, block));
    if (!section || opensSection) {
      sections.push({
        path: open.map((o) => o.text),
        start: block.start,
        end: block.end,
        blocks: [block],
      });
    } else {
      section.blocks.push(block);
      section.end = block.end;
      section.path = open.map((o) => o.text);
    }
    last = block;
  }
  return sections;
}

/** A heading straight under its parent heads the same section. */
function isNested(parent: Block, child: Block): boolean {
  return (child.level ?? 1) > (parent.level ?? 1);
}

function headingText(text: string, { start, end }: Block): string {
  return text.slice(start, Math.min(end, start + LONGEST_HEADING)).replace(/\s+/g, " ");
}

function* withGaps(text: string, blocks: readonly Block[]): Generator<Block> {
  let at = 0;
  for (const block of blocks) {
    if (/\S/.test(text.slice(at, block.start)))
      yield { kind: "paragraph", start: at, end: block.start };
    yield block;
    at = Math.max(at, block.end);
  }
  if (/\S/.test(text.slice(at))) yield { kind: "paragraph", start: at, end: text.length };
}
