const LEAST_LENGTH = 4;
const LEAST_DICE = 0.6;
const FIGURES = /^\p{N}+$/u;

/**
 * How alike two stems are spelt: the square of the Dice coefficient of their letter pairs, word edges
 * included, 0 below what inflection explains: it leaves the first of four letters alone ("cell",
 * "sell"), and figures ("2021", "2023"). (Dice 1945; Adamson and Boreham 1974)
 */
export function spellingSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < LEAST_LENGTH || other.length < LEAST_LENGTH) return 0;
  if (FIGURES.test(one) && FIGURES.test(other)) return 0;
  if (one.length === LEAST_LENGTH && other.length === LEAST_LENGTH && one[0] !== other[0]) return 0;
  const all = one.length + other.length + 2;
  const most = 2 * (Math.min(one.length, other.length) + 1);
  if (most < LEAST_DICE * all) return 0;
  const dice = (2 * countShared(` ${one} `, ` ${other} `)) / all;
  return dice >= LEAST_DICE ? dice * dice : 0;
}

/** Each pair of the one is used up by one of the other. */
function countShared(one: string, other: string): number {
  const used = new Uint8Array(other.length);
  let shared = 0;
  for (let at = 1; at < one.length; at++) {
    const found = findFreePair(other, used, one.charCodeAt(at - 1), one.charCodeAt(at));
    if (found < 0) continue;
    used[found] = 1;
    shared++;
  }
  return shared;
}

function findFreePair(text: string, used: Uint8Array, first: number, second: number): number {
  for (let at = 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== second || text.charCodeAt(at - 1) !== first) continue;
    if (used[at] === 0) return at;
  }
  return -1;
}
