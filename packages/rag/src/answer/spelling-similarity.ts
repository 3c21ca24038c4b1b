const LEAST_LENGTH = 4;
const LEAST_DICE = 0.6;

/**
 * How alike two stems are spelt: the square of the Dice coefficient of their letter pairs, word edges
 * included, 0 below what inflection explains. (Dice 1945; Adamson and Boreham 1974)
 */
export function spellingSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < LEAST_LENGTH || other.length < LEAST_LENGTH) return 0;
  const shorter = Math.min(one.length, other.length) + 1;
  if (2 * shorter < LEAST_DICE * (one.length + other.length + 2)) return 0;
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared++;
  const dice = (2 * shared) / (pairs.size + others.size);
  return dice >= LEAST_DICE ? dice * dice : 0;
}

function pairsOf(word: string): Set<string> {
  const pairs = new Set<string>([` ${word[0]}`, `${word.at(-1)} `]);
  for (let at = 1; at < word.length; at++) pairs.add(word.slice(at - 1, at + 1));
  return pairs;
}
