import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { ShowMore } from "#ui/show-more.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { failureWords } from "./failure-words.ts";
import { NotLive } from "./not-live.tsx";
import { SourceState } from "./source-state.tsx";

/** The pages of a site, or the files of an archive; each opens in its place. */
export function ChildList({ source }: { source: Source }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.source.list.infiniteQueryOptions(
      { twinId: source.twinId, parentId: source.id },
      { getNextPageParam },
    ),
  );
  if (!list.data) return <Skeleton className="m-4 h-24" />;
  const children = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      {source.failure && <NotLive source={source} />}
      {children.length === 0 && !source.failure && (
        <p className="p-4 text-muted">Nothing was found yet.</p>
      )}
      <ul>
        {children.map((child) => (
          <li key={child.id} className="border-b border-line">
            <Link
              to="."
              search={(current) => ({ ...current, source: child.id, tab: undefined })}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover"
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">{child.title}</span>
                {child.failure && (
                  <span className="block text-sm text-pretty text-bad">
                    {failureWords(child.failure)}
                  </span>
                )}
              </span>
              <span className="text-sm">
                <SourceState source={child} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <ShowMore list={list} />
    </>
  );
}
