export interface Span {
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

export interface TextBlock extends Span {
  /** The passage that begins here, or null where none does. */
  ordinal: number | null;
}

const LONGEST_BLOCK = 6_000;

/**
 * Cuts a text where its passages begin, so that each can be marked in the margin and a browser
 * lays out only the blocks in sight. The blocks cover the text without gap or overlap.
 */
export function cutText(
  text: string,
  passages: readonly { ordinal: number; locator: Span }[],
): TextBlock[] {
  const blocks: TextBlock[] = [];
  let start = 0;
  let ordinal: number | null = null;
  for (const passage of passages.toSorted((a, b) => a.locator.start - b.locator.start)) {
    const cut = Math.min(Math.max(passage.locator.start, 0), text.length);
    if (cut > start) blocks.push(...cutLong(text, { start, end: cut, ordinal }));
    start = cut;
    ordinal = passage.ordinal;
  }
  if (start < text.length) blocks.push(...cutLong(text, { start, end: text.length, ordinal }));
  return blocks;
}

function cutLong(text: string, block: TextBlock): TextBlock[] {
  const blocks: TextBlock[] = [];
  let { start, ordinal } = block;
  while (block.end - start > LONGEST_BLOCK) {
    const lineEnd = text.lastIndexOf("\n", start + LONGEST_BLOCK - 1) + 1;
    const end = lineEnd > start ? lineEnd : start + LONGEST_BLOCK;
    blocks.push({ start, end, ordinal });
    start = end;
    ordinal = null;
  }
  return [...blocks, { start, end: block.end, ordinal }];
}

/** The parts of a block before, within and after a highlighted span; empty parts are left out. */
export function highlight(block: Span, span: Span | null): (Span & { isMarked: boolean })[] {
  const clamp = (offset: number) => Math.min(Math.max(offset, block.start), block.end);
  const start = span ? clamp(span.start) : block.end;
  const end = span ? clamp(span.end) : block.end;
  return [
    { start: block.start, end: start, isMarked: false },
    { start, end, isMarked: true },
    { start: end, end: block.end, isMarked: false },
  ].filter((part) => part.end > part.start);
}

/** "120-260" of the address; null when it names no span. */
export function parseSpan(passage: string | undefined): Span | null {
  // What an address says may be a number: `?passage=1`.
  const [start, end] = String(passage ?? "")
    .split("-")
    .map(Number);
  if (start === undefined || end === undefined || !(end > start)) return null;
  return { start, end };
}
