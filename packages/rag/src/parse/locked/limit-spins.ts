const MOST_SPINS = 1_000_000;

/** Refuses a file whose key is made in more rounds than any program asks for: they would take minutes. */
export function limitSpins(spins: number): void {
  if (!(spins >= 0 && spins <= MOST_SPINS)) throw new RangeError("The key takes too long to make.");
}
