import { readDelimitedRows } from "@understudy/rag/parse/text/read-delimited-rows";
import { sniffDelimiter } from "@understudy/rag/parse/text/sniff-delimiter";

export interface CsvLine {
  /** Of the file, from 1. */
  line: number;
  cells: string[];
  /** A quotation mark around here is never closed, so where this row ends is not sure. */
  isOpen: boolean;
}

/** The rows of a delimited file, with where each begins; the first may be a header. */
export function readCsvLines(csv: string): CsvLine[] {
  const text = csv.replace(/^\uFEFF/, "");
  const isUnbalanced = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  let next = 1;
  return readDelimitedRows(text, sniffDelimiter(text)).map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return { line, cells, isOpen: isUnbalanced && cells.some((cell) => cell.includes('"')) };
  });
}

export function isBlank({ cells }: CsvLine): boolean {
  return cells.every((cell) => cell.trim() === "");
}
