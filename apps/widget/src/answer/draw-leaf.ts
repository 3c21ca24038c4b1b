import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import type { Inline } from "@understudy/answer-text/markdown/inline";
import { cutPiece } from "@understudy/answer-text/marks/cut-piece";
import type { AnswerMark } from "@understudy/answer-text/marks/place-marks";
import type { LeafMark } from "@understudy/answer-text/marks/settle-marks";
import { element } from "../element.ts";
import { kit } from "../kit.ts";
import { rare } from "./load-rare-blocks.ts";

/** The chip of a mark. */
export type DrawMark = (mark: AnswerMark) => Node | null;

export function drawLeaf(
  leaf: MarkdownLeaf,
  marks: readonly LeafMark[],
  drawMark: DrawMark,
): HTMLElement {
  const { kind, nodes } = leaf;
  const draw = (inline: readonly Inline[]) => drawInline(inline, marks, drawMark);
  const drawn = rare?.drawRareLeaf(kit, leaf, { draw, chips: () => drawChips(marks, drawMark) });
  return drawn ?? element("p", { class: kind }, ...draw(nodes));
}

function drawChips(marks: readonly LeafMark[], drawMark: DrawMark): Node[] {
  return marks.flatMap(({ mark, chipAt }) => (chipAt === null ? [] : (drawMark(mark) ?? [])));
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
    const isChip = (child: Node) => child instanceof HTMLButtonElement;
    const words = inner.filter((child) => !isChip(child));
    const link = element("a", { href, target: "_blank", rel: "noreferrer nofollow" }, ...words);
    return [link, ...inner.filter(isChip)];
  });
}
