import { useEffect } from "react";

interface Paged<Item> {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
}

/** Every row of a list, page after page while somebody looks; undefined before the first. */
export function useAllPages<Item>(list: Paged<Item>): readonly Item[] | undefined {
  const { data, hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return data?.pages.flatMap((page) => page.items);
}
