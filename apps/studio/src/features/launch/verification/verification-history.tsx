import type { VerificationEvent } from "@understudy/core/verification/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { EVENT_WORDS, METHOD_WORDS } from "./verification-words.ts";

export function VerificationHistory({ events }: { events: VerificationEvent[] }) {
  return (
    <FormSection
      title="History"
      detail="What was begun, seen and ended. The audit has it for good."
    >
      <ol className="grid gap-2 text-sm">
        {events.map(({ at, event, domain, method, reason }) => (
          <li key={`${at}${event}`} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <time dateTime={at} className="text-muted tabular-nums">
              {formatMoment(at)}
            </time>
            <span className="break-words">
              {EVENT_WORDS[event]}: {domain}
              {event === "prove" && method && `, ${METHOD_WORDS[method]}`}
              {reason && <span className="text-muted"> {REASON_WORDS[reason] ?? reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </FormSection>
  );
}
