/** What a run of the tests came to; a skipped test always says why. */
export type Outcome = {
  passed: number;
  failed: number;
  skipped: { project: string; name: string; reason: string }[];
};

export const noOutcome: Outcome = { passed: 0, failed: 0, skipped: [] };

export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
  };
}
