import type { Inline } from "./inline.ts";

export type EmphasisMark = "*" | "_";

interface Frame {
  mark: EmphasisMark | "[" | null;
  /** How the mark stands in the text. */
  written: string;
  start: number;
  /** Both opens and closes, as in "a*b"; CommonMark's rule of three applies to it. */
  isBoth: boolean;
  length: number;
  holdsLink: boolean;
  children: Inline[];
}

/** What is left open beyond this is read as text, so that nothing nests without bound. */
const MAX_OPEN = 8;

/** Builds the tree of a leaf from left to right, after CommonMark's delimiter stack. */
export function createInlineTree() {
  const frames = createFrames();
  const { top, dissolve } = frames;
  return {
    text: (start: number, text: string) => addText(top().children, start, text),
    add: (node: Inline) => addNode(top().children, node),
    isInBrackets: () => frames.findLast(({ mark }) => mark === "[") >= 0,
    openEmphasis: (mark: EmphasisMark, start: number, written: string, isBoth: boolean) =>
      frames.push(frame({ mark, written, start, isBoth })),
    openBracket: (start: number, written: string) =>
      frames.push(frame({ mark: "[", written, start })),
    /** Closes what it can with a run of marks, and gives how many of them are left. */
    closeEmphasis(mark: EmphasisMark, count: number, isBoth: boolean): number {
      let left = count;
      while (left > 0) {
        const at = frames.findLast((frame) => frame.mark === mark && mayPair(frame, count, isBoth));
        if (at < 0) break;
        dissolve(at + 1);
        const width = left >= 2 && top().written.length >= 2 ? 2 : 1;
        frames.wrapTop(width);
        left -= width;
      }
      return left;
    },
    /** Closes the nearest bracket: as a link where it has an address, otherwise as text. */
    closeBracket(href: string | null): boolean {
      const at = frames.findLast(({ mark }) => mark === "[");
      if (at < 0) return false;
      dissolve(at + 1);
      const isLink = href !== null && !top().holdsLink;
      if (isLink) frames.linkTop(href);
      else dissolve(at);
      return isLink;
    },
    /** The nodes; while the text still grows, bold that is open runs to its end. */
    end(isGrowing: boolean): Inline[] {
      while (isGrowing && top().mark !== null && top().written.length === 2) frames.wrapTop(2);
      dissolve(0);
      return top().children;
    },
  };
}

export type InlineTree = ReturnType<typeof createInlineTree>;

/** What is open, innermost last, over a root that never closes. */
function createFrames() {
  const root = frame({ mark: null, written: "", start: 0 });
  const open: Frame[] = [];
  const top = () => open.at(-1) ?? root;
  const spill = ({ start, written, children }: Frame, into: Inline[]) => {
    addText(into, start, written);
    for (const node of children) addNode(into, node);
  };
  return {
    top,
    findLast: (matches: (frame: Frame) => boolean) => open.findLastIndex(matches),
    /** Takes the frames from an index on as the text they are, marks included. */
    dissolve(from: number) {
      for (const left of open.splice(from)) spill(left, top().children);
    },
    push(opened: Frame) {
      if (open.length === MAX_OPEN) {
        for (const oldest of open.splice(0, 1)) spill(oldest, root.children);
      }
      open.push(opened);
    },
    /** Makes the innermost marks of the last frame a node around its children. */
    wrapTop(width: 1 | 2) {
      const { start, written, children } = top();
      const rest = written.slice(width);
      const kind = width === 2 ? "strong" : "emphasis";
      const node: Inline = { kind, start: start + rest.length, children };
      if (rest === "") {
        open.pop();
        top().children.push(node);
      } else Object.assign(top(), { written: rest, children: [node] });
    },
    /** Makes the last frame a link; none of those around it can be one any more. */
    linkTop(href: string) {
      const { start, children } = top();
      open.pop();
      for (const outer of open) outer.holdsLink = true;
      top().children.push({ kind: "link", start, href, children });
    },
  };
}

function frame({
  isBoth = false,
  ...rest
}: Pick<Frame, "mark" | "written" | "start"> & { isBoth?: boolean }): Frame {
  return { ...rest, isBoth, length: rest.written.length, holdsLink: false, children: [] };
}

function mayPair(opener: Frame, count: number, isBoth: boolean): boolean {
  if (!opener.isBoth && !isBoth) return true;
  return (opener.length + count) % 3 !== 0 || (opener.length % 3 === 0 && count % 3 === 0);
}

function addNode(children: Inline[], node: Inline): void {
  if (node.kind === "text") addText(children, node.start, node.text);
  else children.push(node);
}

/** Words that follow each other in the text are one node. */
function addText(children: Inline[], start: number, text: string): void {
  const last = children.at(-1);
  if (text === "") return;
  if (last?.kind === "text" && last.start + last.text.length === start) {
    children[children.length - 1] = { ...last, text: last.text + text };
  } else children.push({ kind: "text", start, text });
}
