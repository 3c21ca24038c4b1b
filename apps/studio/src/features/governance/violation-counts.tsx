import type { ViolationCount } from "@understudy/core/governance/contract";
import { VIOLATION_KINDS, VIOLATION_WORDS } from "./violation-words.ts";

/** How often each happened in the last 30 days. */
export function ViolationCounts({ counts }: { counts: readonly ViolationCount[] }) {
  const totals = VIOLATION_KINDS.flatMap((kind) => {
    const count = counts
      .filter((each) => each.kind === kind)
      .reduce((sum, each) => sum + each.count, 0);
    return count > 0 ? [{ kind, count }] : [];
  });
  if (totals.length === 0) return null;
  return (
    <section aria-label="The last 30 days" className="px-6 py-4 max-md:px-4">
      <h2 className="mb-2 text-sm text-faint">The last 30 days</h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {totals.map(({ kind, count }) => (
          <div key={kind} className="flex flex-col-reverse">
            <dt className="text-sm text-muted">{VIOLATION_WORDS[kind]}</dt>
            <dd className="text-lg font-semibold tabular-nums">{count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
