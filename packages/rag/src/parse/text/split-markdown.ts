const SMALLEST_PIECE = 4_096;
// What has no better place to be cut is cut at a line end; code and comments go on in the next piece.
const LARGEST_PIECE = 6_144;
const LARGEST_HELD = 65_536;
const MOST_MARKS_A_LINE = 400;

/**
 * Parts that read by themselves as they do together. The parser's time grows with the square of what it
 * is given at once (headings that are underlined, quotations, notes): 200 kB of them take half a minute.
 */
export function splitMarkdown(source: string): string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let holder: Holder | undefined;
  let isBlank = true;
  for (const line of source.split("\n").flatMap(quieten)) {
    const limit = holder ? LARGEST_HELD : isBlank ? SMALLEST_PIECE : LARGEST_PIECE;
    if (size >= limit && (holder || opens(line, isBlank))) {
      pieces.push(lines.join("\n"));
      lines = holder ? [holder.opening] : [];
      size = 0;
    }
    lines.push(line);
    size += line.length + 1;
    isBlank = line.trim() === "";
    holder = hold(holder, line);
  }
  pieces.push(lines.join("\n"));
  return pieces.length > 1 ? shareDefinitions(pieces) : pieces;
}

/** What empty lines do not end. */
interface Holder {
  opening: string;
  closing: RegExp;
}

function hold(holder: Holder | undefined, line: string): Holder | undefined {
  if (holder) return holder.closing.test(line) ? undefined : holder;
  const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
  if (fence)
    return { opening: line, closing: new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`) };
  const comment = line.lastIndexOf("<!--");
  if (comment >= 0 && !line.includes("-->", comment)) return { opening: "<!--", closing: /-->/ };
  const tag = /^ {0,3}<(pre|script|style|textarea)\b/i.exec(line)?.[1];
  if (!tag || line.toLowerCase().includes(`</${tag.toLowerCase()}`)) return undefined;
  return { opening: `<${tag}>`, closing: new RegExp(`</${tag}`, "i") };
}

/** Whether a line stands by itself: after an empty one as no part of a list, else at least as no second line. */
function opens(line: string, isAfterBlank: boolean): boolean {
  if (/^\s|^\s*$/.test(line)) return false;
  if (isAfterBlank) return !/^(?:[-*+]|\d{1,9}[.)])\s/.test(line);
  return !/^[=-]+\s*$/.test(line) && !line.includes("|");
}

const MARKS = /[\\`*_[\]<>~&!|]/g;

/** A line of hardly anything but marks is no markup that someone wrote. */
function quieten(line: string): string | string[] {
  if (line.length <= MOST_MARKS_A_LINE || line.includes("|")) return line;
  const count = line.match(MARKS)?.length ?? 0;
  if (count <= MOST_MARKS_A_LINE || count * 4 < line.length) return line;
  const parts = line.match(new RegExp(`.{1,${SMALLEST_PIECE}}`, "gu")) ?? [];
  return parts.map((part) => part.replace(MARKS, "\\$&"));
}

const DEFINITION = /^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*\S.*$/gm;
const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:/gm;

/** Gives each part the addresses it names, and takes out the marks of notes that stand in others. */
function shareDefinitions(pieces: readonly string[]): string[] {
  const definitions = new Map<string, string>();
  const notes = new Set<string>();
  for (const piece of pieces) {
    for (const [line, label = ""] of piece.matchAll(DEFINITION)) {
      if (!definitions.has(fold(label))) definitions.set(fold(label), line);
    }
    for (const [, label = ""] of piece.matchAll(NOTE)) notes.add(label);
  }
  return pieces.map((piece) => {
    const own = new Set([...piece.matchAll(NOTE)].map(([, label]) => label));
    const text = piece.replace(/\[\^([^\]\s]{1,100})\](?!:)/g, (mark, label: string) =>
      notes.has(label) && !own.has(label) ? "" : mark,
    );
    const labels = new Set(
      [...text.matchAll(/\[([^[\]\n]{1,200})\]/g)].map(([, label]) => fold(label!)),
    );
    const named = [...labels].flatMap((label) => definitions.get(label) ?? []);
    return [text, ...named].join("\n\n");
  });
}

function fold(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
