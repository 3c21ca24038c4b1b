import { useInfiniteQuery } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import type { ReactNode } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { TABLE_CELL } from "#ui/table.ts";

const ALL_COLUMNS = 99;

/** The pages of a site, or the members of an archive, below its row. */
export function ChildRows({
  parent,
  renderRow,
}: {
  parent: Source;
  renderRow: (child: Source) => ReactNode;
}) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.source.list.infiniteQueryOptions(
      { twinId: parent.twinId, parentId: parent.id },
      { getNextPageParam },
    ),
  );
  if (!list.data) {
    return (
      <tr>
        <td className={`${TABLE_CELL} pl-14!`} colSpan={ALL_COLUMNS}>
          <Skeleton className="h-5 w-60" />
        </td>
      </tr>
    );
  }
  const children = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      {children.map(renderRow)}
      {children.length === 0 && (
        <tr>
          <td className={`${TABLE_CELL} pl-14! text-muted`} colSpan={ALL_COLUMNS}>
            {parent.status === "processing" ? "Nothing was found yet." : "There is nothing in it."}
          </td>
        </tr>
      )}
      {list.hasNextPage && (
        <tr>
          <td className={`${TABLE_CELL} pl-14!`} colSpan={ALL_COLUMNS}>
            <Button
              size="small"
              disabled={list.isFetchingNextPage}
              onClick={() => list.fetchNextPage()}
            >
              Show more of {parent.title}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}
