const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/gi;
const NEVER_DEEP = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot".split(
    " ",
  ),
);

/** Pages of people stay far below; building or walking a deeper tree takes time without end. */
export const DEEPEST_PAGE = 2_000;

/** How deep a page's elements lie in one another, counted without building a tree. */
export function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = "", selfClosing] of html.matchAll(TAG)) {
    if (selfClosing || NEVER_DEEP.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
