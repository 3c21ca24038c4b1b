/** How long whoever waits for a turn has waited so far. */
export function createWaits() {
  const waiting = new Set<{ sinceMs: number }>();
  return {
    /** Gives what ends the wait; to end it twice does nothing. */
    begin() {
      const wait = { sinceMs: performance.now() };
      waiting.add(wait);
      return () => void waiting.delete(wait);
    },
    longestMs() {
      const [first] = waiting;
      return first ? performance.now() - first.sinceMs : 0;
    },
  };
}
