import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { RunButton } from "./run-button.tsx";
import { RunsTable } from "./runs-table.tsx";
import { LOOK_EVERY_MS } from "./use-run.ts";

export function RunsPage() {
  const twin = useTwin();
  usePageTitle("Runs", twin.name);
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.quality.listRuns.infiniteQueryOptions(
      { twinId: twin.id },
      {
        getNextPageParam,
        throwOnError: true,
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.items.some(({ status }) => status === "running")
            ? LOOK_EVERY_MS
            : false,
      },
    ),
  );
  const runs = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title="Runs"
        detail="All tests, asked of a draft or a release"
        actions={<RunButton twinId={twin.id} />}
      />
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {!runs && <PageSkeleton />}
        {runs?.length === 0 && <NoRuns twinId={twin.id} name={twin.name} />}
        {runs && runs.length > 0 && <RunsTable runs={runs} />}
        <ShowMore list={list} />
      </div>
    </div>
  );
}

function NoRuns({ twinId, name }: { twinId: string; name: string }) {
  return (
    <EmptyState
      icon={<FlaskConical />}
      title="Nothing has been run yet"
      action={
        <Link
          to="/twins/$twinId/tests"
          params={{ twinId }}
          search={{}}
          className={buttonLook({ variant: "primary" })}
        >
          Go to the tests
        </Link>
      }
      example="A run of thirty tests takes seconds without a model, and about a minute with one."
    >
      A run asks every test as a visitor would, and compares each answer of {name}’s draft with what
      visitors get now. Publishing begins one by itself.
    </EmptyState>
  );
}
