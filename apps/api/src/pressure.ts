/** A burst is worked off; only what stands for so long, and in so many looks, is more than can be done. */
const STANDING_MS = 500;
const LEAST_LOOKS = 4;

/** Whether what is asked of this process is more than it can do. */
export interface Pressure {
  isTooHigh(): boolean;
}

export const NO_PRESSURE: Pressure = { isTooHigh: () => false };

/**
 * Told again and again how long work waits. A queue that never becomes short is too long, whatever its
 * cause (CoDel, Nichols and Jacobson 2012): the shortest wait of the last while decides.
 */
export function createPressure(mostWaitMs: number) {
  let standing = { sinceMs: 0, looks: 0 };
  return {
    look(waitMs: number, nowMs: number) {
      if (waitMs < mostWaitMs) standing = { sinceMs: nowMs, looks: 0 };
      else standing.looks += 1;
    },
    isTooHigh: (nowMs: number) =>
      standing.looks >= LEAST_LOOKS && nowMs - standing.sinceMs >= STANDING_MS,
  };
}
