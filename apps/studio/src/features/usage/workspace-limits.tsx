import { LimitFigure } from "./limit-figure.tsx";
import type { Owner } from "./owner.ts";
import { SetLimits } from "./set-limits.tsx";
import { limitName } from "./usage-words.ts";

/** Of the whole workspace, with when counting begins anew. */
export function WorkspaceLimits({ owner, currency }: { owner: Owner; currency: string | null }) {
  return (
    <section
      aria-labelledby="usage-workspace"
      className="border-t border-line px-6 py-5 max-md:px-4"
    >
      <div className="mb-4 flex items-center justify-between gap-3">
        <h2 id="usage-workspace" className="font-semibold">
          The whole workspace
        </h2>
        <SetLimits owner={owner} />
      </div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-8 gap-y-5 text-sm">
        {owner.limits.map((limit) => (
          <div key={limitName(limit)} className="grid min-w-0 content-start gap-1">
            <dt className="text-muted">{limitName(limit)}</dt>
            <dd className="grid gap-1">
              <LimitFigure limit={limit} owner={owner.name} currency={currency} />
              <span className="text-xs text-faint">
                {limit.limit === null
                  ? "No limit"
                  : limit.resetsAt &&
                    `Counts anew on ${limit.resetsAt.slice(0, "2026-01-31".length)}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
