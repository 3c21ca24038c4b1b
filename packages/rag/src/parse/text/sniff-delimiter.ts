import { readDelimitedRows } from "./read-delimited-rows.ts";

const CANDIDATES = [",", ";", "\t", "|"];
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_ROWS = 50;

/** The delimiter under which most of the opening rows have the same number of columns, and many. */
export function sniffDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function evenness(sample: string, delimiter: string): number {
  const rows = readDelimitedRows(sample, delimiter).slice(0, SAMPLE_ROWS);
  const widths = rows.filter((row) => row.some((cell) => cell !== "")).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const alike = count / Math.max(1, widths.length);
  return alike * alike * Math.log2(usual + 1);
}
