import { Link } from "@tanstack/react-router";
import type { AuditEvent } from "@understudy/core/audit/contract";
import type { ReactNode } from "react";
import { formatMoment } from "#lib/format-time.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { actorWords } from "./actor-words.ts";
import { OutcomeMark } from "./outcome-mark.tsx";

const NARROW = "text-sm text-accent-text hover:underline";

export function EventFacts({ event }: { event: AuditEvent }) {
  const { actor, action, subjectId, subjectKind, details } = event;
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
        <Fact name="Outcome">
          <OutcomeMark outcome={event.outcome} />
        </Fact>
        <Fact name="When">{formatMoment(event.at)}</Fact>
        <Fact name="Who">{actorWords(actor)}</Fact>
        <Fact name="From">{event.ipAddress || "No request"}</Fact>
        <Fact name="Subject">{subjectKind}</Fact>
        {subjectId && <CodeFact name="Its id" text={subjectId} />}
        {event.correlationId && <CodeFact name="Reference" text={event.correlationId} />}
        <Fact name="Place">{event.sequence ?? "Waits for its seal"}</Fact>
        {event.hash && <CodeFact name="Seal" text={event.hash} />}
      </dl>
      {details && Object.keys(details).length > 0 && (
        <section aria-label="Details">
          <h3 className="mb-1.5 text-xs font-medium text-faint">Details</h3>
          <pre className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
            {JSON.stringify(details, null, 2)}
          </pre>
        </section>
      )}
      <nav aria-label="Narrow the log" className="grid justify-items-start gap-1.5">
        <Link to="/settings/audit" search={{ action }} className={NARROW}>
          Only this action
        </Link>
        {actor.id && (
          <Link to="/settings/audit" search={{ actor: actor.id }} className={NARROW}>
            Only by {actorWords(actor)}
          </Link>
        )}
        {subjectId && (
          <Link to="/settings/audit" search={{ subject: subjectId }} className={NARROW}>
            Only about this {subjectKind.replaceAll("_", " ")}
          </Link>
        )}
      </nav>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </>
  );
}

function CodeFact({ name, text }: { name: string; text: string }) {
  return (
    <Fact name={name}>
      <span className="flex min-w-0 items-center gap-2">
        <code className="truncate font-mono text-xs">{text}</code>
        <CopyButton text={text} />
      </span>
    </Fact>
  );
}
