const SHORTEST_TYPED = 5;

/**
 * How far one stem may stand for another: 1 for the same, .97 for one slip of the keyboard (a letter
 * too many or too few, two swapped), 0 otherwise. Another letter in place of one is another word:
 * so do names differ. (Damerau 1964)
 */
export function wordSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST_TYPED || long.length - short.length > 1) return 0;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const isSlip =
    short.length < long.length
      ? short.slice(at) === long.slice(at + 1)
      : short[at] === long[at + 1] &&
        short[at + 1] === long[at] &&
        short.slice(at + 2) === long.slice(at + 2);
  return isSlip ? 0.97 : 0;
}
