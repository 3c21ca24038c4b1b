import type { Inline } from "./inline.ts";

/** A mark whose end has not come, and what stands behind it; the root has none. */
interface Open {
  mark: string;
  start: number;
  nodes: Inline[];
}

/** What is left open beyond this is read as text, so that nothing nests without bound. */
const MAX_OPEN = 8;

/** The marks that are open, innermost last. */
export function createOpenMarks() {
  const open: Open[] = [{ mark: "", start: 0, nodes: [] }];
  const top = () => open.at(-1) as Open;
  const text = (start: number, words: string, { nodes } = top()) => {
    if (words) add(nodes, { kind: "text", start, text: words });
  };
  /** Takes a mark as the text it is. */
  const dissolve = (place: number) => {
    const [left] = open.splice(place, 1) as [Open];
    const outer = open[place - 1] as Open;
    text(left.start, left.mark, outer);
    for (const node of left.nodes) add(outer.nodes, node);
  };
  const close = (place: number): Open => {
    while (open.length > place + 1) dissolve(open.length - 1);
    return open.pop() as Open;
  };
  return {
    text,
    node: (node: Inline) => add(top().nodes, node),
    begin(start: number, mark: string) {
      if (open.length > MAX_OPEN) dissolve(1);
      open.push({ mark, start, nodes: [] });
    },
    /** The place of the innermost mark like this; 0 where there is none. */
    find: (like: string) =>
      Math.max(
        0,
        open.findLastIndex(({ mark }) => mark.includes(like)),
      ),
    /** Ends emphasis with up to so many marks, and gives how many it took. */
    wrap(place: number, most: number): number {
      const { mark, start, nodes: children } = close(place);
      const width = most > 1 && mark.length > 1 ? 2 : 1;
      const left = mark.slice(width);
      const kind = width === 2 ? "strong" : "emphasis";
      if (left) open.push({ mark: left, start, nodes: [] });
      top().nodes.push({ kind, start: start + left.length, children });
      return width;
    },
    /** Ends a bracket; no link stands in another. */
    link(place: number, href: string) {
      const { start, nodes: children } = close(place);
      for (let at = place - 1; at > 0; at--) if (open[at]?.mark.includes("[")) dissolve(at);
      top().nodes.push({ kind: "link", start, href, children });
    },
    dissolve,
    end(): Inline[] {
      while (open.length > 1) dissolve(open.length - 1);
      return top().nodes;
    },
  };
}

/** Words that follow each other in the text are one node. */
function add(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.kind === "text" && last?.kind === "text" && last.start + last.text.length === node.start)
    nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
  else nodes.push(node);
}
