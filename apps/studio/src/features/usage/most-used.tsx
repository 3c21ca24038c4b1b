import type { Usage } from "@understudy/core/usage/contract";
import { countOf } from "#lib/format-count.ts";

export function MostUsed({ most }: { most: Usage["most"] }) {
  return (
    <section aria-labelledby="usage-most" className="min-w-0">
      <h2 id="usage-most" className="mb-3 font-semibold">
        Most this month
      </h2>
      {most.length === 0 ? (
        <p className="text-sm text-muted">No twin was asked, and no key was used, this month.</p>
      ) : (
        <ol className="grid gap-1 text-sm">
          {most.map(({ id, scope, name, messages }) => (
            <li key={id} className="flex justify-between gap-3">
              <span className="truncate">
                {name} <span className="text-muted">{scope}</span>
              </span>
              <span className="shrink-0 tabular-nums">{countOf(messages, "message")}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
