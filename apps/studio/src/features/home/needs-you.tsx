import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { CircleCheck, CircleX, Library, TrendingDown, UserRoundPen, Wallet } from "lucide-react";
import type { Run } from "#features/quality/quality.ts";
import { failureWords } from "#features/sources/failure-words.ts";
import { countOf } from "#lib/format-count.ts";
import { HOME_LIST, HOME_ROW, HomeSection } from "./home-section.tsx";
import { useSpentBudget } from "./use-spent-budget.ts";

export function NeedsYou({
  twin,
  failed,
  worse,
}: {
  twin: Twin;
  failed: readonly Source[];
  /** The run in which answers got worse by a change of content. */
  worse: Run | null;
}) {
  const isUntaught = twin.sourceCount === 0;
  const isFaceless = !twin.headline && !twin.firstMessage;
  const spent = useSpentBudget();
  const isCalm = failed.length === 0 && !worse && !isUntaught && !isFaceless && !spent;
  return (
    <HomeSection title="Needs you">
      <ul className={HOME_LIST}>
        {isCalm && (
          <li className={`${HOME_ROW} text-muted`}>
            <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
            Nothing. Every source could be read.
          </li>
        )}
        {isUntaught && (
          <li className={HOME_ROW}>
            <Library aria-hidden className="size-4 shrink-0 text-muted" />
            <Link
              to="/twins/$twinId/sources"
              params={{ twinId: twin.id }}
              search={{}}
              className="min-w-0 hover:underline"
            >
              Add a first source: without one, {twin.name} has nothing to say.
            </Link>
          </li>
        )}
        {spent && (
          <li className={HOME_ROW}>
            <Wallet aria-hidden className="size-4 shrink-0 text-warn" />
            <Link to="/settings/providers" className="min-w-0 hover:underline">
              <span className="font-medium">A budget has ended</span>{" "}
              <span className="text-muted">{spent}</span>
            </Link>
          </li>
        )}
        {worse && (
          <li className={HOME_ROW}>
            <TrendingDown aria-hidden className="size-4 shrink-0 text-bad" />
            <Link
              to="/twins/$twinId/runs/$runId"
              params={{ twinId: twin.id, runId: worse.id }}
              search={{ show: "changed" }}
              className="min-w-0 hover:underline"
            >
              <span className="font-medium">
                {countOf(worse.summary.regressed, "answer")} got worse
              </span>{" "}
              <span className="text-muted">for visitors when what {twin.name} knows changed.</span>
            </Link>
          </li>
        )}
        {failed.map((source) => (
          <li key={source.id} className={HOME_ROW}>
            <CircleX aria-hidden className="size-4 shrink-0 text-bad" />
            <Link
              to="/twins/$twinId"
              params={{ twinId: twin.id }}
              search={{ source: source.id }}
              className="min-w-0 hover:underline"
            >
              <span className="font-medium">{source.title}</span>{" "}
              {source.failure && <span className="text-muted">{failureWords(source.failure)}</span>}
            </Link>
          </li>
        ))}
        {isFaceless && (
          <li className={HOME_ROW}>
            <UserRoundPen aria-hidden className="size-4 shrink-0 text-muted" />
            <Link
              to="/twins/$twinId/character"
              params={{ twinId: twin.id }}
              search={{}}
              className="min-w-0 hover:underline"
            >
              Give {twin.name} a headline and a first message.
            </Link>
          </li>
        )}
      </ul>
    </HomeSection>
  );
}
