/** How often something has happened within so many milliseconds. */
export function createTally(withinMs: number) {
  let timesMs: number[] = [];
  return {
    add: () => void timesMs.push(performance.now()),
    count() {
      const since = performance.now() - withinMs;
      timesMs = timesMs.filter((timeMs) => timeMs >= since);
      return timesMs.length;
    },
  };
}
