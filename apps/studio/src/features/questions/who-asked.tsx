import { Link } from "@tanstack/react-router";
import { plainWords } from "@understudy/answer-text/markdown/plain-words";
import type { Twin } from "@understudy/core/twin/contract";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import type { Asked, QuestionDetail } from "./question.ts";

const BECAUSE: Record<Asked["because"], string> = {
  unanswered: "Not answered",
  weak: "Hardly supported",
  disliked: "Not helpful",
  verified: "Given your answer",
};

/** How people put it, what they were told then, and the way to each conversation. */
export function WhoAsked({ twin, question }: { twin: Twin; question: QuestionDetail }) {
  const now = useNow();
  if (question.asked.length === 0) return null;
  return (
    <section aria-label="Who asked" className="grid gap-1">
      <h3 className="text-sm font-medium">Who asked</h3>
      <ul className="grid">
        {question.asked.map((asked) => (
          <li key={asked.id} className="grid gap-0.5 border-b border-line py-2 last:border-0">
            <Link
              to="/twins/$twinId/conversations"
              params={{ twinId: twin.id }}
              search={{ open: asked.conversationId }}
              className="break-words hover:underline"
            >
              {asked.question}
            </Link>
            <p className="text-sm text-muted">
              {BECAUSE[asked.because]}
              {asked.timesAsked > 1 && `, asked ${asked.timesAsked} times`}
              {" · "}
              {asked.visitorName && `${asked.visitorName} · `}
              <Ago at={asked.lastAskedAt} now={now} />
            </p>
            {asked.said && (
              <p className="line-clamp-2 text-sm text-faint">{plainWords(asked.said)}</p>
            )}
          </li>
        ))}
      </ul>
      {question.people > question.asked.length && (
        <p className="text-sm text-muted">
          The latest {question.asked.length} of {question.timesAsked}.
        </p>
      )}
    </section>
  );
}
