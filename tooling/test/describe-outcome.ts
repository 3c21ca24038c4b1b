import type { Outcome } from "./outcome.ts";

/** The skipped tests by reason, then the line that ends every run. */
export function describeOutcome({ passed, failed, skipped }: Outcome): string {
  const byReason = Map.groupBy(skipped, ({ project, reason }) => `${project}: ${reason}`);
  const reasons = [...byReason].flatMap(([reason, tests]) => [
    `  ${tests.length} in ${reason}`,
    ...tests.slice(0, 5).map(({ name }) => `    ${name}`),
    ...(tests.length > 5 ? [`    … and ${tests.length - 5} more`] : []),
  ]);
  const heading = reasons.length > 0 ? ["Skipped:"] : [];
  const summary = `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
  return [...heading, ...reasons, summary].join("\n");
}
