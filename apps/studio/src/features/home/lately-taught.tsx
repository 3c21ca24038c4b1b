import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { SourceState } from "#features/sources/source-state.tsx";
import { HOME_LINK, HOME_LIST, HOME_ROW, HomeSection } from "./home-section.tsx";

export function LatelyTaught({ twinId, sources }: { twinId: string; sources: readonly Source[] }) {
  const jobs = useJobs();
  if (sources.length === 0) return null;
  return (
    <HomeSection
      title="Taught last"
      link={
        <Link to="/twins/$twinId/sources" params={{ twinId }} search={{}} className={HOME_LINK}>
          All sources
        </Link>
      }
    >
      <ul className={HOME_LIST}>
        {sources.map((source) => (
          <li key={source.id} className={HOME_ROW}>
            <Link
              to="/twins/$twinId"
              params={{ twinId }}
              search={{ source: source.id }}
              className="min-w-0 flex-1 truncate hover:underline"
            >
              {source.title}
            </Link>
            <span className="w-36 shrink-0 text-sm">
              <SourceState source={source} job={jobs.find(({ id }) => id === source.jobId)} />
            </span>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}
