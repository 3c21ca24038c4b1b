import { RotateCcw, Users } from "lucide-react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { classNames } from "#ui/class-names.ts";
import type { Question } from "./question.ts";
import { Sparkline } from "./sparkline.tsx";

export function QuestionRow({
  question,
  isOpen,
  onOpen,
  onFocus,
}: {
  question: Question;
  isOpen: boolean;
  onOpen: () => void;
  onFocus: () => void;
}) {
  const now = useNow();
  const { people, timesAsked, lastAskedAt, trend } = question;
  return (
    <li
      data-row-id={question.id}
      tabIndex={-1}
      aria-current={isOpen ? "true" : undefined}
      onFocus={onFocus}
      className={classNames(
        "flex items-center gap-4 border-b border-line px-6 py-2.5 outline-offset-[-2px] hover:bg-hover/60 focus-visible:bg-hover max-md:px-4",
        isOpen && "bg-selected",
      )}
    >
      <span
        title={`Asked ${timesAsked} ${timesAsked === 1 ? "time" : "times"}`}
        className="flex w-14 shrink-0 items-center gap-1.5 text-sm tabular-nums"
      >
        <Users aria-hidden className="size-3.5 text-faint" />
        {people}
        <span className="sr-only">{people === 1 ? "person" : "people"}</span>
      </span>
      <span className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onOpen}
          className="block w-full truncate text-left font-medium hover:underline"
        >
          {question.question}
        </button>
        <span className="flex items-center gap-2 truncate text-sm text-muted">
          <time dateTime={lastAskedAt} title={formatMoment(lastAskedAt)}>
            asked {formatAgo(lastAskedAt, now)}
          </time>
          <CameBack question={question} />
        </span>
      </span>
      <Sparkline trend={trend} />
    </li>
  );
}

/** Asked again after it was answered: as a mark where that was in vain, in words where it was not. */
export function CameBack({
  question: { cameBack, status, dismissReason },
}: {
  question: Question;
}) {
  if (status === "dismissed") return <span className="truncate">{dismissReason}</span>;
  if (!cameBack) return null;
  const { people, given } = cameBack;
  if (status === "answered") {
    return (
      <span>
        {given} {given === 1 ? "person was" : "people were"} given your answer since
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 rounded-sm bg-warn-soft px-1.5 text-xs font-medium text-warn">
      <RotateCcw aria-hidden className="size-3" />
      Came back: {people - given} {people - given === 1 ? "person" : "people"}
    </span>
  );
}
