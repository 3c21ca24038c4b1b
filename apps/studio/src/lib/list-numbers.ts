const MOST = 12;

/** Ascending numbers, neighbours together: "4, 7–9, 12"; of many the first ones. */
export function listNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs
    .slice(0, MOST)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return runs.length > MOST ? `${shown.join(", ")} …` : shown.join(", ");
}
