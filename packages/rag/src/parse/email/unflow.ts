// Of a header, so that the words of a message are left alone.
const FLOWED =
  /^(content-type:(?:[^\r\n]|\r?\n[ \t])*?\bformat="?)(?:x-)?flowed\b(?:[^\r\n]|\r?\n[ \t])*/gim;
const DELETES_SPACES = /\bdelsp="?yes\b/i;

export type Unflow = (text: string) => string;

/**
 * The message with its flowed text left as it is, since the library would join quotations with their
 * marks in them, and what joins its lines.
 */
export function holdFlowed(source: Uint8Array): { source: Uint8Array; unflow: Unflow } {
  const text = Buffer.from(source).toString("latin1");
  const [flowed] = text.match(FLOWED) ?? [];
  if (flowed === undefined) return { source, unflow: (words) => words };
  const held = text.replace(
    FLOWED,
    (header, before: string) => `${before}x-${header.slice(before.length).replace(/^x-/i, "")}`,
  );
  const deletesSpaces = DELETES_SPACES.test(flowed);
  return { source: Buffer.from(held, "latin1"), unflow: (words) => join(words, deletesSpaces) };
}

/** Lines that were broken to fit are joined again, those of a quotation with their own (RFC 3676). */
function join(text: string, deletesSpaces: boolean): string {
  const lines: { marks: string; words: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(line)![0];
    const words = line.slice(marks.length).replace(/^ /, "");
    const last = lines.at(-1);
    if (last?.marks === marks && last.words.endsWith(" ") && last.words !== "-- ")
      last.words = (deletesSpaces ? last.words.slice(0, -1) : last.words) + words;
    else lines.push({ marks, words });
  }
  return lines.map(({ marks, words }) => (marks ? `${marks} ${words}` : words)).join("\n");
}
