import { formatDuration } from "#lib/format-time.ts";
import { FormError } from "#ui/form-error.tsx";
import type { Run } from "./use-run.ts";

/** What came back, as it comes. */
export function ReplyBox({ run }: { run: Run }) {
  if (run.state === "idle") return null;
  if (run.state === "failed") return <FormError>{run.message}</FormError>;
  const text = run.state === "done" ? run.reply.text : run.text;
  return (
    <section
      aria-label="Reply"
      aria-live="polite"
      aria-busy={run.state === "running"}
      className="grid gap-2 rounded-lg border border-line p-4"
    >
      <p className="text-pretty whitespace-pre-line break-words">{text || "Asking…"}</p>
      {run.state === "done" && (
        <>
          {run.reply.citations.length > 0 && (
            <ol className="grid list-decimal gap-1 pl-5 text-sm text-muted">
              {run.reply.citations.map(({ sourceTitle, quote }) => (
                <li key={sourceTitle + quote} className="break-words">
                  <q>{quote}</q> ({sourceTitle})
                </li>
              ))}
            </ol>
          )}
          <p className="text-xs text-faint tabular-nums">{formatDuration(run.tookMs)}</p>
        </>
      )}
    </section>
  );
}
