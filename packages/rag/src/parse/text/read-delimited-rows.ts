/** Reads delimited text by RFC 4180, forgiving stray quotes inside unquoted fields. Linear time. */
export function readDelimitedRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = readField(text, at, delimiter);
    row.push(field.value);
    at = field.end + 1;
    if (text[field.end] === delimiter && at < text.length) continue;
    if (text[field.end] === delimiter) row.push("");
    if (text[field.end] === "\r" && text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Field {
  value: string;
  /** Where the delimiter or line end after the field stands. */
  end: number;
}

const SPACES = /[ ]*/y;

/** Some writers put a space between the delimiter and the quotes. */
function readField(text: string, start: number, delimiter: string): Field {
  SPACES.lastIndex = start;
  const at = start + SPACES.exec(text)![0].length;
  if (text[at] !== '"') return readPlain(text, start, delimiter);
  const field = readQuoted(text, at, delimiter);
  const isWhole = text.slice(at, field.end).trimEnd().endsWith('"');
  return at === start || isWhole ? field : readPlain(text, start, delimiter);
}

function readPlain(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && !endsField(text[end]!, delimiter)) end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number, delimiter: string): Field {
  let close = start + 1;
  for (;;) {
    close = text.indexOf('"', close);
    // A quotation mark that nothing closes is a character like others.
    if (close < 0) return readPlain(text, start, delimiter);
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  const rest = readPlain(text, close + 1, delimiter);
  return { value: value + rest.value, end: rest.end };
}

function endsField(character: string, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}
