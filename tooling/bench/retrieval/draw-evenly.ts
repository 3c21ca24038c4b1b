/** At most so many of a list, evenly over its length: the same ones each time. */
export function drawEvenly<T>(list: readonly T[], count: number): T[] {
  const drawn = Math.min(count, list.length);
  return Array.from({ length: drawn }, (_, i) => list[Math.floor((i * list.length) / drawn)]!);
}
