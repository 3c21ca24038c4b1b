import { Link } from "@tanstack/react-router";
import { BadgeCheck, ListChecks, Telescope, Waypoints } from "lucide-react";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { buttonLook } from "#ui/button.tsx";
import { Tooltip } from "#ui/tooltip.tsx";

const LOOK = buttonLook({ variant: "ghost", size: "small-icon" }, "text-faint");
const EARLIER_READ = 5;

/** From an answer to why it says what it says, and to the owner's own words instead. */
export function AnswerLinks({
  twinId,
  messageId,
  asked,
  isVerified,
}: {
  twinId: string;
  messageId: string;
  /** The questions of the conversation up to this answer, oldest first. */
  asked: readonly string[];
  isVerified: boolean;
}) {
  const question = asked.at(-1);
  if (question === undefined) return null;
  const earlier = asked.slice(0, -1).slice(-EARLIER_READ);
  return (
    <>
      <Tooltip label="Why this answer">
        <Link
          to="."
          search={(current) => ({ ...current, ...CLOSED_PANEL, why: messageId })}
          aria-label="Why this answer"
          className={LOOK}
        >
          <Waypoints aria-hidden />
        </Link>
      </Tooltip>
      <Tooltip label="See what was found">
        <Link
          to="/twins/$twinId/explorer"
          params={{ twinId }}
          search={{ q: question, ...(earlier.length > 0 && { earlier }) }}
          aria-label="See what was found"
          className={LOOK}
        >
          <Telescope aria-hidden />
        </Link>
      </Tooltip>
      {!isVerified && (
        <Tooltip label="Answer it in your own words">
          <Link
            to="/twins/$twinId/verified"
            params={{ twinId }}
            search={{ form: "new", question: question.slice(0, 500) }}
            aria-label="Answer it in your own words"
            className={LOOK}
          >
            <BadgeCheck aria-hidden />
          </Link>
        </Tooltip>
      )}
      <Tooltip label="Make it a quality test">
        <Link
          to="/twins/$twinId/tests"
          params={{ twinId }}
          search={{ dialog: "new", message: messageId }}
          aria-label="Make it a quality test"
          className={LOOK}
        >
          <ListChecks aria-hidden />
        </Link>
      </Tooltip>
    </>
  );
}
