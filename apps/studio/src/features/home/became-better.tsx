import { Link } from "@tanstack/react-router";
import { ChangeMark } from "#features/analytics/change-mark.tsx";
import { changeOfCount, changeOfShare, formatShare } from "#features/analytics/change-words.ts";
import { countOf } from "#lib/format-count.ts";
import { formatAgo } from "#lib/format-time.ts";
import type { Outputs } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { HOME_LINK, HOME_LIST, HOME_ROW, HomeSection } from "./home-section.tsx";

type Progress = NonNullable<Outputs["home"]["get"]["progress"]>;

/** What has become of the twin since it was last published. */
export function BecameBetter({ twinId, progress }: { twinId: string; progress: Progress }) {
  const now = useNow();
  const { release, tests, answered, taught } = progress;
  const lessons = [
    countOf(taught.sources, "source"),
    countOf(taught.verifiedAnswers, "verified answer"),
    countOf(taught.corrections, "correction"),
  ];
  return (
    <HomeSection
      title={`Since release ${release.number}, ${formatAgo(release.createdAt, now)}`}
      link={
        <Link to="/twins/$twinId/releases" params={{ twinId }} search={{}} className={HOME_LINK}>
          All releases
        </Link>
      }
    >
      <ul className={HOME_LIST}>
        {answered.now !== null && (
          <li className={HOME_ROW}>
            <Link
              to="/twins/$twinId/conversations"
              params={{ twinId }}
              search={{ ...answered.since, answered: true }}
              className="min-w-0 flex-1 hover:underline"
            >
              {formatShare(answered.now)} of questions answered
            </Link>
            <ChangeMark change={changeOfShare(answered.now, answered.before, "more")} />
          </li>
        )}
        {tests.now && (
          <li className={HOME_ROW}>
            <Link
              to="/twins/$twinId/runs"
              params={{ twinId }}
              className="min-w-0 flex-1 hover:underline"
            >
              {tests.now.passed} of {countOf(tests.now.total, "quality test")} passed
            </Link>
            {tests.before && (
              <ChangeMark
                change={changeOfCount({
                  ...{ now: tests.now.passed, before: tests.before.passed, better: "more" },
                })}
              />
            )}
          </li>
        )}
        <li className={HOME_ROW}>
          <span className="min-w-0 flex-1">Taught since: {lessons.join(", ")}</span>
        </li>
      </ul>
    </HomeSection>
  );
}
