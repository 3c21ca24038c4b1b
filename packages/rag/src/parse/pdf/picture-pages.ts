import { getResolvedPDFJS } from "unpdf";
import type { Pdf } from "./open-pdf.ts";

// Below this a picture is a logo or an ornament: a scanned page has some millions.
const LEAST_PIXELS = 250_000;
/** A file whose first so many pages without text hold pictures is taken to go on so. */
const MOST_LOOKED_AT = 100;
const SHORTEST_BOOK = 8;

/** Of pages without text, those that hold a picture as large as a scan: not the empty ones, nor a book's cover. */
export async function findPicturePages(pdf: Pdf, bare: readonly number[]): Promise<number[]> {
  const isCover = (number: number) => number === 1 || number === pdf.numPages;
  const looked = bare.slice(0, MOST_LOOKED_AT);
  if (pdf.numPages < SHORTEST_BOOK) return listPainted(pdf, looked);
  const inside = looked.filter((number) => !isCover(number));
  const found = await listPainted(pdf, inside);
  if (found.length === 0) return [];
  // Decoding a cover takes as long as reading many pages: it is looked at where it is one of several.
  const covers = await listPainted(pdf, looked.filter(isCover));
  const painted = [...covers, ...found].toSorted((a, b) => a - b);
  return painted.length === MOST_LOOKED_AT ? [...bare] : painted;
}

async function listPainted(pdf: Pdf, numbers: readonly number[]): Promise<number[]> {
  const { OPS } = await getResolvedPDFJS();
  const painted = new Set([OPS.paintImageXObject, OPS.paintImageMaskXObject]);
  const found: number[] = [];
  for (const number of numbers) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    page.cleanup();
    const pixels = fnArray.map((fn, at) => (painted.has(fn) ? countPixels(argsArray[at]) : 0));
    if (pixels.reduce((sum, n) => sum + n, 0) >= LEAST_PIXELS) found.push(number);
  }
  return found;
}

/** A picture's name and size, or a mask with its own. */
function countPixels(args: unknown[] | null): number {
  const [first, width, height] = args ?? [];
  if (typeof width === "number" && typeof height === "number") return width * height;
  const mask = first as { width?: number; height?: number } | undefined;
  return (mask?.width ?? 0) * (mask?.height ?? 0);
}
