import { Link } from "@tanstack/react-router";
import { becauseWords } from "#features/quality/because-words.ts";
import { VerdictMark } from "#features/quality/verdict-mark.tsx";
import { countOf } from "#lib/format-count.ts";
import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { Blocker } from "./release.ts";
import type { BlockedResult } from "./use-publish.ts";

/** What keeps the draft from being published, and the way past it, with a reason. */
export function Blocked({
  blocked: { blockers, runId },
  twinId,
  reason,
  onReason,
}: {
  blocked: BlockedResult;
  twinId: string;
  reason: string;
  onReason: (reason: string) => void;
}) {
  const regressed = blockers.filter(({ change }) => change === "regressed").length;
  return (
    <>
      <div role="alert" className="grid gap-2 rounded-md border border-bad/40 p-3">
        <p className="font-medium text-bad">{headline(blockers.length, regressed)}</p>
        <ul className="grid max-h-64 gap-2 overflow-y-auto">
          {blockers.map((blocker) => (
            <BlockerItem key={blocker.testId} blocker={blocker} twinId={twinId} runId={runId} />
          ))}
        </ul>
        <Link
          to="/twins/$twinId/runs/$runId"
          params={{ twinId, runId }}
          search={{ show: "failed" as const }}
          className="justify-self-start text-sm font-medium text-accent-text underline"
        >
          Compare the answers side by side
        </Link>
      </div>
      <Field
        label="Reason to publish all the same"
        hint="It is kept with the release and in the audit log."
      >
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            maxLength={2_000}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

function headline(blockers: number, regressed: number): string {
  if (blockers === 0) return "The tests could not be run to their end.";
  if (regressed === 0) return `${countOf(blockers, "test")} did not pass.`;
  const worse = `${countOf(regressed, "answer")} would get worse for visitors.`;
  return blockers > regressed ? `${worse} ${countOf(blockers, "test")} did not pass.` : worse;
}

function BlockerItem({
  blocker: { testId, question, verdict, change, because },
  twinId,
  runId,
}: {
  blocker: Blocker;
  twinId: string;
  runId: string;
}) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-2 text-sm">
      <VerdictMark verdict={verdict}>
        <span className="sr-only">{verdict}</span>
      </VerdictMark>
      <span className="min-w-0 break-words">
        <Link
          to="/twins/$twinId/runs/$runId"
          params={{ twinId, runId }}
          search={{ result: testId }}
          className="font-medium hover:underline"
        >
          {question}
        </Link>
        <span className="block text-muted">
          {change === "regressed" && "Visitors get a good answer now. "}
          {because.map(becauseWords).join(" ")}
        </span>
      </span>
    </li>
  );
}
