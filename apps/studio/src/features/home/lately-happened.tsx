import { Link } from "@tanstack/react-router";
import type { Behind, Figures } from "#features/analytics/analytics.ts";
import { FigureTiles } from "#features/analytics/figure-tiles.tsx";
import { HOME_LINK, HomeSection } from "./home-section.tsx";

const SHOWN = ["Conversations", "Visitors", "Answered", "Unanswered"];

/** Seven days against the seven before. */
export function LatelyHappened({
  twinId,
  current,
  previous,
  behind,
}: {
  twinId: string;
  current: Figures;
  previous: Figures | null;
  behind: Behind;
}) {
  if (current.questions === 0 && (previous?.questions ?? 0) === 0) return null;
  return (
    <HomeSection
      title="Last seven days"
      link={
        <Link
          to="/twins/$twinId/analytics"
          params={{ twinId }}
          search={{ range: "7d" }}
          className={HOME_LINK}
        >
          Analytics
        </Link>
      }
    >
      <FigureTiles current={current} previous={previous} behind={behind} shown={SHOWN} />
    </HomeSection>
  );
}
