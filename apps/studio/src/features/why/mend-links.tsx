import { Link } from "@tanstack/react-router";
import { BadgeCheck, Gauge, ListChecks, NotebookPen, SlidersHorizontal } from "lucide-react";
import { buttonLook } from "#ui/button.tsx";
import { CorrectLooked } from "./correct-looked.tsx";
import type { MessageTrace } from "./message-trace.ts";

const LONGEST_QUESTION = 500;

/** What can be made of an answer, each begun with what is known of it; what the cause asks for stands first. */
export function MendLinks({ trace }: { trace: MessageTrace }) {
  const { twinId, standalone, message, cause } = trace;
  const look = buttonLook({ size: "small" });
  const params = { twinId };
  const question = standalone.slice(0, LONGEST_QUESTION);
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {cause === "policy" && (
        <Link to="/twins/$twinId/character" params={params} className={look}>
          <SlidersHorizontal aria-hidden />
          Change its rules
        </Link>
      )}
      {cause === "model" && (
        <Link to="/settings/providers" className={look}>
          <Gauge aria-hidden />
          Look at the providers
        </Link>
      )}
      {cause === "content_gap" && (
        <Link
          to="/twins/$twinId/sources"
          params={params}
          search={{ add: "note", about: question }}
          className={look}
        >
          <NotebookPen aria-hidden />
          Teach it with a note
        </Link>
      )}
      <PassageToCorrect trace={trace} />
      <Link
        to="/twins/$twinId/verified"
        params={params}
        search={{ form: "new", message: message.id }}
        className={look}
      >
        <BadgeCheck aria-hidden />
        {message.answered && cause === "fine" ? "Vouch for it" : "Answer it in your own words"}
      </Link>
      <Link
        to="/twins/$twinId/tests"
        params={params}
        search={{ dialog: "new", message: message.id }}
        className={look}
      >
        <ListChecks aria-hidden />
        Make it a quality test
      </Link>
    </div>
  );
}

/** The passage that the answer rests on, or the one that should have been read. */
function PassageToCorrect({
  trace: { passages, dropped, twinId, cause },
}: {
  trace: MessageTrace;
}) {
  const best = dropped.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  const looked =
    cause === "retrieval_miss" ? best : (passages.find(({ isCited }) => isCited) ?? passages[0]);
  if (!looked || cause === "content_gap" || cause === "policy") return null;
  return <CorrectLooked looked={looked} twinId={twinId} label="Correct the passage…" />;
}
