import { Link, Outlet } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { PageHead } from "#ui/page.tsx";
import { WAYS_IN } from "./ways-in.ts";

/** The ways in for visitors, side by side. */
export function LaunchFrame() {
  const twin = useTwin();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead title="Launch" detail="How visitors and programs come to this twin" />
      <nav
        aria-label="Ways in"
        className="flex gap-4 overflow-x-auto border-b border-line px-6 max-md:px-4"
      >
        {WAYS_IN.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            params={{ twinId: twin.id }}
            search={{}}
            activeOptions={{ exact: true, includeSearch: false }}
            className="-mb-px flex h-9 items-center border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[status=active]:border-accent-text data-[status=active]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      {twin.currentReleaseId === null && (
        <p
          role="status"
          className="border-b border-line bg-warn-soft px-6 py-2 text-sm max-md:px-4"
        >
          Nothing has been published yet, so nobody is let in. What you set up here opens with the
          twin's first release.
        </p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Outlet />
      </div>
    </div>
  );
}
