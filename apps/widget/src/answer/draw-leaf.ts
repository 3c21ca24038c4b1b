import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import type { Inline } from "@understudy/answer-text/markdown/inline";
import { cutPiece } from "@understudy/answer-text/marks/cut-piece";
import type { AnswerMark } from "@understudy/answer-text/marks/place-marks";
import type { LeafMark } from "@understudy/answer-text/marks/settle-marks";
import { element } from "../element.ts";

/** The chip of a mark. */
export type DrawMark = (mark: AnswerMark) => Node | null;

export function drawLeaf(
  { kind, nodes, cells, columns, code }: MarkdownLeaf,
  marks: readonly LeafMark[],
  drawMark: DrawMark,
): HTMLElement {
  const draw = (inline: readonly Inline[]) => drawInline(inline, marks, drawMark);
  switch (kind) {
    case "code": {
      const chips = marks.flatMap(({ mark, chipAt }) => (chipAt === null ? [] : drawMark(mark)));
      const block = element("pre", { tabIndex: 0 }, element("code", {}, code));
      return element("div", {}, block, ...chips);
    }
    case "rule":
      return element("hr");
    case "head":
    case "row":
      return element(
        "tr",
        {},
        ...cells.map((cell, column) => {
          const made = element(kind === "head" ? "th" : "td", {}, ...draw(cell.nodes));
          made.style.textAlign = columns?.[column] ?? "";
          return made;
        }),
      );
    case "quote":
      return element("blockquote", {}, ...draw(nodes));
    default:
      return element("p", { class: kind }, ...draw(nodes));
  }
}

const TAGS = { strong: "strong", emphasis: "em" } as const;

function drawInline(
  nodes: readonly Inline[],
  marks: readonly LeafMark[],
  drawMark: DrawMark,
): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === "text" || node.kind === "code") {
      return cutPiece(node, marks).flatMap(({ text, within, chips }) => {
        const words = node.kind === "code" ? element("code", {}, text) : new Text(text);
        const isUnsupported = within.some(({ rests }) => !rests);
        const shown = isUnsupported ? element("span", { class: "unsupported" }, words) : words;
        return [shown, ...chips.flatMap((chip) => drawMark(chip) ?? [])];
      });
    }
    const inner = drawInline(node.children, marks, drawMark);
    if (node.kind !== "link") return [element(TAGS[node.kind], {}, ...inner)];
    const { href } = node;
    const isChip = (child: Node) => child instanceof HTMLElement && child.localName === "button";
    const words = inner.filter((child) => !isChip(child));
    const link = element(
      "a",
      { href, target: "_blank", rel: "noopener noreferrer nofollow" },
      ...words,
    );
    return [link, ...inner.filter(isChip)];
  });
}
