import { Link } from "@tanstack/react-router";
import {
  BadgeCheck,
  CircleAlert,
  CircleHelp,
  CircleSlash,
  PenLine,
  Quote,
  Square,
} from "lucide-react";
import { memo, type ReactNode } from "react";
import { countOf } from "#lib/format-count.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { CitedText } from "./cited-text.tsx";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

export const HELD_UP = "Much is being asked just now. This goes on by itself in a moment.";

interface AnswerProps {
  message: ThreadMessage;
  twinId: string;
}

/** What the twin said, and on what it rests; memoized, as each delta changes the last one only. */
export const Answer = memo(function Answer({ message, twinId }: AnswerProps) {
  if (message.status === "complete" && message.refused) return <Refused text={message.text} />;
  if (message.status === "complete" && message.answered === false) {
    return <NoAnswer text={message.text} twinId={twinId} />;
  }
  return (
    <div className="grid gap-2" aria-busy={isUnderWay(message)}>
      {message.text === "" && isUnderWay(message) ? (
        <p className="animate-pulse text-muted">
          {message.isHeldUp ? HELD_UP : "Looking through the sources…"}
        </p>
      ) : (
        <CitedText message={message} />
      )}
      <Footing message={message} />
    </div>
  );
});

function Footing({ message }: { message: ThreadMessage }) {
  switch (message.status) {
    case "failed":
      return <Failed message={message} />;
    case "stopped":
      return <Mark icon={<Square />}>Stopped</Mark>;
    case "complete":
      if (message.verified) return <Mark icon={<BadgeCheck />}>Verified answer</Mark>;
      return <Writer message={message} />;
    default:
      return message.text === "" ? null : (
        <p className="animate-pulse text-xs text-faint">Writing…</p>
      );
  }
}

function Writer({ message: { writer, model, unsupportedSpans } }: { message: ThreadMessage }) {
  if (writer === "quotation") return <Mark icon={<Quote />}>Quoted from the sources</Mark>;
  if (writer === null) return null;
  return (
    <>
      <Mark icon={<PenLine />}>Written by {model ?? "a model"} from the sources</Mark>
      {unsupportedSpans.length > 0 && (
        <Mark icon={<CircleAlert />}>
          {countOf(unsupportedSpans.length, "statement")} not supported by the sources
        </Mark>
      )}
    </>
  );
}

function Mark({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 text-xs text-faint [&_svg]:size-3.5">
      <span aria-hidden>{icon}</span>
      {children}
    </p>
  );
}

function NoAnswer({ text, twinId }: { text: string; twinId: string }) {
  return (
    <div className="grid gap-2 rounded-lg border border-dashed border-rim px-4 py-3">
      <p className="flex gap-2 whitespace-pre-wrap">
        <CircleHelp aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        {text}
      </p>
      <p className="pl-6 text-sm text-muted">
        Nothing in the sources supports an answer, so none was made up.{" "}
        <Link
          to="/twins/$twinId/sources"
          params={{ twinId }}
          search={{ add: "note" }}
          className="font-medium text-accent-text underline"
        >
          Teach it with a note
        </Link>
      </p>
    </div>
  );
}

function Refused({ text }: { text: string }) {
  return (
    <div className="grid gap-2 rounded-lg border border-dashed border-rim px-4 py-3">
      <p className="flex gap-2 whitespace-pre-wrap">
        <CircleSlash aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        {text}
      </p>
      <p className="pl-6 text-sm text-muted">Refused by a rule of its character.</p>
    </div>
  );
}

function Failed({ message: { failure, correlationId } }: { message: ThreadMessage }) {
  const words = failure && REASON_WORDS[failure.reason];
  return (
    <FormError>
      <p>{words ?? "The answer could not be finished. Your question was kept; ask it again."}</p>
      {correlationId && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <code className="text-xs break-all">{correlationId}</code>
          <CopyButton text={correlationId} label="Copy reference" />
        </div>
      )}
    </FormError>
  );
}
