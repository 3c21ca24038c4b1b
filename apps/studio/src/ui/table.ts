export const TABLE_HEAD =
  "sticky top-0 z-10 h-9 border-b border-line bg-canvas px-3 text-left text-xs font-medium text-faint first:pl-6 last:pr-6 max-md:first:pl-4 max-md:last:pr-3";
export const TABLE_CELL =
  "h-11 border-b border-line px-3 first:pl-6 last:pr-6 max-md:first:pl-4 max-md:last:pr-3";
export const TABLE_ROW =
  "group outline-offset-[-2px] hover:bg-hover/60 focus-visible:bg-hover aria-selected:bg-selected";
/** Under a heading of its own, with which its first column stands in line. */
export const TABLE_FLUSH =
  "w-full table-fixed [&_:is(th,td):first-child]:pl-0 [&_:is(th,td):last-child]:pr-0";
