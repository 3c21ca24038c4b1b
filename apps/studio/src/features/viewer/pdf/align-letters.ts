const GRAM = 6;
const MOST_CANDIDATES = 40;
const LONGEST_COMPARED = 200;

/**
 * Where each letter of one text stands in another that holds much the same in another order, as a
 * page's columns may lie in a file: -1 where it is not there. Greedy longest runs over an index of
 * short grams; linear for ordinary text.
 */
export function alignLetters(text: string, page: string): Int32Array {
  const placed = new Int32Array(text.length).fill(-1);
  const taken = new Uint8Array(page.length);
  const grams = indexGrams(page);
  for (let at = 0; at + GRAM <= text.length; ) {
    const found = bestRun(text, page, at, grams.get(text.slice(at, at + GRAM)) ?? [], taken);
    if (!found) {
      at += 1;
      continue;
    }
    for (let i = 0; i < found.length; i += 1) {
      placed[at + i] = found.start + i;
      taken[found.start + i] = 1;
    }
    at += found.length;
  }
  fillGaps(placed, text, page);
  return placed;
}

function indexGrams(page: string): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= page.length; at += 1) {
    const gram = page.slice(at, at + GRAM);
    const places = grams.get(gram);
    if (places) places.push(at);
    else grams.set(gram, [at]);
  }
  return grams;
}

/** The longest run from here that no letter before has taken; the first of several as long. */
function bestRun(
  text: string,
  page: string,
  at: number,
  candidates: readonly number[],
  taken: Uint8Array,
): { start: number; length: number } | null {
  let best: { start: number; length: number } | null = null;
  let tried = 0;
  for (const start of candidates) {
    if (taken[start]) continue;
    if (tried++ >= MOST_CANDIDATES) break;
    let length = 0;
    while (
      at + length < text.length &&
      !taken[start + length] &&
      text[at + length] === page[start + length]
    )
      length += 1;
    if (length >= GRAM && length > (best?.length ?? 0)) best = { start, length };
    if (length >= LONGEST_COMPARED) break;
  }
  return best;
}

/** What lies between two placed letters goes where it lies between them on the page too. */
function fillGaps(placed: Int32Array, text: string, page: string): void {
  for (let at = 1; at < placed.length; at += 1) {
    const place = placed[at - 1]! + 1;
    if (placed[at] === -1 && place > 0 && page[place] === text[at]) placed[at] = place;
  }
  for (let at = placed.length - 2; at >= 0; at -= 1) {
    const place = placed[at + 1]! - 1;
    if (placed[at] === -1 && place >= 0 && page[place] === text[at]) placed[at] = place;
  }
}
