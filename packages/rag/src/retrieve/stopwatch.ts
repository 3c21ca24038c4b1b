export interface Stopwatch {
  /** Milliseconds of each stage, to the microsecond. */
  readonly timingsMs: Record<string, number>;
  time<T>(stage: string, work: () => T | Promise<T>): Promise<T>;
}

export function createStopwatch(): Stopwatch {
  const timingsMs: Record<string, number> = {};
  return {
    timingsMs,
    async time(stage, work) {
      const startedAt = performance.now();
      const result = await work();
      timingsMs[stage] = Math.round((performance.now() - startedAt) * 1_000) / 1_000;
      return result;
    },
  };
}
