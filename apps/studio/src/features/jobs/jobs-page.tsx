import { useSearch } from "@tanstack/react-router";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { JobFilters } from "./job-filters.tsx";
import { JobList } from "./job-list.tsx";
import { JobPanel } from "./job-panel.tsx";
import { RetryFailedButton } from "./retry-failed-button.tsx";
import { SelfCheckButton } from "./self-check-button.tsx";

export function JobsPage() {
  usePageTitle("Jobs");
  const { status, twin, job } = useSearch({ from: "/studio/jobs" });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Jobs"
          detail="Work in the background"
          actions={
            <>
              {status === "failed" && <RetryFailedButton twinId={twin} />}
              <SelfCheckButton />
            </>
          }
        />
        <JobFilters />
        {status === "failed" && (
          <p className="px-6 pb-3 text-sm text-pretty text-muted max-md:px-4">
            These were refused with a reason, or broke on every attempt. They stay here until you
            try again.
          </p>
        )}
        <JobList />
      </div>
      {job && <JobPanel key={job} jobId={job} />}
    </div>
  );
}
