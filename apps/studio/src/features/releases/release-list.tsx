import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CircleDot, TriangleAlert } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import type { Release } from "./release.ts";
import { RollBackButton } from "./roll-back-button.tsx";

export function ReleaseList({ twinId }: { twinId: string }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.release.list.infiniteQueryOptions({ twinId }, { getNextPageParam, throwOnError: true }),
  );
  const releases = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.data && releases.length === 0) {
    return (
      <p className="px-6 py-5 text-pretty text-muted max-md:px-4">
        Each release is kept here as it was published, and can be gone back to in one step.
      </p>
    );
  }
  return (
    <>
      <ReleasesTable releases={releases} />
      <ShowMore list={list} />
    </>
  );
}

function ReleasesTable({ releases }: { releases: readonly Release[] }) {
  const { release: openId } = useSearch({ from: "/studio/twins/$twinId/releases" });
  const navigate = useNavigate({ from: "/twins/$twinId/releases" });
  const open = (release: string | undefined) => void navigate({ search: { release } });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const now = useNow();
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={`${TABLE_HEAD} w-40`}>Release</th>
          <th className={TABLE_HEAD}>Note</th>
          <th className={`${TABLE_HEAD} w-32 max-md:hidden`}>Published</th>
          <th className={`${TABLE_HEAD} w-28`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <tr
            key={release.id}
            data-row-id={release.id}
            tabIndex={-1}
            aria-selected={release.id === openId}
            onFocus={() => setActiveId(release.id)}
            className={TABLE_ROW}
          >
            <td className={TABLE_CELL}>
              <button
                type="button"
                onClick={() => open(release.id)}
                className="flex items-center gap-2 font-medium whitespace-nowrap hover:underline"
              >
                Release {release.number}
                {release.isCurrent && <LiveMark />}
              </button>
            </td>
            <td className={`${TABLE_CELL} text-muted`}>
              <p className="truncate">{release.note}</p>
              {release.overrideReason && (
                <p className="flex items-center gap-1.5 truncate text-sm text-warn">
                  <TriangleAlert aria-hidden className="size-4 shrink-0" />
                  <span className="truncate">Without its tests: {release.overrideReason}</span>
                </p>
              )}
            </td>
            <td className={`${TABLE_CELL} text-sm text-muted tabular-nums max-md:hidden`}>
              <Ago at={release.createdAt} now={now} />
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              {!release.isCurrent && <RollBackButton release={release} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LiveMark() {
  return (
    <span className="inline-flex items-center gap-1 text-xs text-good">
      <CircleDot aria-hidden className="size-3.5" />
      Live
    </span>
  );
}
