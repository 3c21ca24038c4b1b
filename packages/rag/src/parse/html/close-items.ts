const TABLE = "table";
const LISTS = new Set(["ul", "ol", "menu", "dl"]);
/** How deep in its table or list each of them stands. */
const DEPTHS = new Map(
  Object.entries({ thead: 0, tbody: 0, tfoot: 0, tr: 1, td: 2, th: 2, li: 0, dt: 0, dd: 0 }),
);
const OF_LISTS = new Set(["li", "dt", "dd"]);
const UNREAD = new Set(["script", "style", "template", "textarea"]);
const TAG = /(\/?)([a-z]+)/iy;

/** A table or list that is not yet closed, with what is open in it, outermost first. */
interface Holder {
  name: string;
  open: string[];
}

/**
 * Puts in the end tags of cells, rows and items that authors may leave out. The parser does so only
 * where nothing else is open in them: `<td><p>a<td>b` and `<th>a<tbody>` would be one cell.
 */
export function closeItems(html: string): string {
  const parts: string[] = [];
  const holders: Holder[] = [];
  let written = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    TAG.lastIndex = at + 1;
    const [, slash, name = ""] = TAG.exec(html)?.map((part) => part.toLowerCase()) ?? [];
    const unread = html.startsWith("<!--", at) ? "-->" : !slash && UNREAD.has(name) && `</${name}`;
    if (unread) {
      at = html.indexOf(unread, at);
      if (at < 0) break;
    } else if (slash) endTag(holders, name);
    else {
      const missing = startTag(holders, name);
      if (missing.length === 0) continue;
      parts.push(html.slice(written, at), ...missing.map((item) => `</${item}>`));
      written = at;
    }
  }
  return parts.length === 0 ? html : parts.join("") + html.slice(written);
}

/** What the start of `name` ends, innermost first. */
function startTag(holders: Holder[], name: string): string[] {
  if (name === TABLE || LISTS.has(name)) holders.push({ name, open: [] });
  const depth = DEPTHS.get(name);
  if (depth === undefined) return [];
  const isHolder = (holder: Holder) => OF_LISTS.has(name) === LISTS.has(holder.name);
  // A cell ends the lists of the one before it; an item without a list ends nothing.
  const at = OF_LISTS.has(name) ? holders.length - 1 : holders.findLastIndex(isHolder);
  const holder = holders[at];
  if (!holder || !isHolder(holder)) return [];
  holders.length = at + 1;
  const first = holder.open.findIndex((item) => DEPTHS.get(item)! >= depth);
  const ended = first < 0 ? [] : holder.open.splice(first).reverse();
  holder.open.push(name);
  return ended;
}

function endTag(holders: Holder[], name: string): void {
  const at = holders.findLastIndex((holder) => holder.name === name);
  if (at >= 0) holders.length = at;
  const open = holders.at(-1)?.open;
  const item = open?.lastIndexOf(name) ?? -1;
  if (item >= 0) open!.length = item;
}
