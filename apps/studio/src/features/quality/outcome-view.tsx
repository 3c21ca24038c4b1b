import { Link } from "@tanstack/react-router";
import { BadgeCheck, CircleHelp, PenLine, Quote } from "lucide-react";
import { PlainMarkdown } from "#ui/markdown/plain-markdown.tsx";
import { becauseWords } from "./because-words.ts";
import { expectationWords } from "./expectation-words.ts";
import type { Outcome } from "./quality.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export function OutcomeView({
  title,
  twinId,
  outcome,
}: {
  title: string;
  twinId: string;
  outcome: Outcome;
}) {
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h3 className="flex items-center justify-between gap-2 text-sm font-semibold">
        {title}
        <VerdictMark verdict={outcome.verdict} />
      </h3>
      <div className="grid gap-1.5 rounded-md border border-line p-3">
        {outcome.text ? <PlainMarkdown text={outcome.text} /> : <p>No answer.</p>}
        <Writer outcome={outcome} />
      </div>
      {outcome.citations.length > 0 && (
        <ol className="grid gap-1 text-sm">
          {outcome.citations.map(({ sourceId, sourceTitle, quote, locator, answerSpan }) => (
            <li key={`${answerSpan.start}/${locator.start}`} className="min-w-0">
              <Link
                to="/twins/$twinId/sources/$sourceId"
                params={{ twinId, sourceId }}
                search={{ passage: `${locator.start}-${locator.end}` }}
                className="line-clamp-2 text-muted hover:underline"
              >
                <span className="font-medium">{sourceTitle}</span> “{quote}”
              </Link>
            </li>
          ))}
        </ol>
      )}
      <ul className="grid gap-1.5">
        {outcome.judged.map(({ expectation, verdict, because, remark }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the test
          <li key={at} className="grid grid-cols-[auto_minmax(0,1fr)] gap-2 text-sm">
            <VerdictMark verdict={verdict}>
              <span className="sr-only">{verdict}</span>
            </VerdictMark>
            <span className="min-w-0 break-words">
              {expectationWords(expectation)}
              {because && <span className="block text-muted">{becauseWords(because)}</span>}
              {remark && <span className="block text-muted">“{remark}”</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Writer({ outcome }: { outcome: Outcome }) {
  const { answered, isVerified, writer, model } = outcome;
  const [Icon, words] = !answered
    ? [CircleHelp, "Not answered"]
    : isVerified
      ? [BadgeCheck, "Verified answer"]
      : writer === "model"
        ? [PenLine, `Written by ${model ?? "a model"}`]
        : [Quote, "Quoted from the sources"];
  return (
    <p className="flex items-center gap-1.5 text-xs text-faint">
      <Icon aria-hidden className="size-3.5" />
      {words}
    </p>
  );
}
