/** Where the next page of a list begins, as an infinite query asks for it; undefined behind the last. */
export function getNextPageParam<Cursor>(page: { nextCursor: Cursor | null }): Cursor | undefined {
  return page.nextCursor ?? undefined;
}
