import type { Usage } from "@understudy/core/usage/contract";
import { countOf } from "#lib/format-count.ts";

/** Messages of each day that had some, as bars that read as a list. */
export function DaysChart({ days }: { days: Usage["days"] }) {
  const most = Math.max(1, ...days.map(({ messages }) => messages));
  return (
    <section aria-labelledby="usage-days" className="min-w-0">
      <h2 id="usage-days" className="mb-3 font-semibold">
        Messages in the last month
      </h2>
      {days.length === 0 ? (
        <p className="text-sm text-muted">Nothing was asked yet.</p>
      ) : (
        <ol className="grid max-h-72 gap-1 overflow-y-auto text-sm">
          {days.map(({ day, messages, tokens }) => (
            <li key={day} className="grid grid-cols-[6rem_1fr_auto] items-center gap-3">
              <time dateTime={day} className="text-muted tabular-nums">
                {day}
              </time>
              <span aria-hidden className="h-2 rounded-full bg-sunken">
                <span
                  className="block h-2 rounded-full bg-accent"
                  style={{ width: `${(100 * messages) / most}%` }}
                />
              </span>
              <span className="tabular-nums">
                {countOf(messages, "message")}
                {tokens > 0 && <span className="text-muted">, {countOf(tokens, "token")}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
