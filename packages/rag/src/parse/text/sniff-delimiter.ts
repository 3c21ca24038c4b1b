import { readDelimitedRows } from "./read-delimited-rows.ts";

const CANDIDATES = [",", ";", "\t", "|"];
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_ROWS = 50;

/** The delimiter under which the opening rows have the most columns, and as many in each. */
export function sniffDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function evenness(sample: string, delimiter: string): number {
  const widths = readDelimitedRows(sample, delimiter)
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.length);
  const [first = 1] = widths;
  const alike = widths.filter((width) => width === first).length / Math.max(1, widths.length);
  return first > 1 ? alike * alike * Math.log2(first + 1) : 0;
}
