import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import type { Inline } from "@understudy/answer-text/markdown/inline";
import { RARE_BLOCKS } from "@understudy/answer-text/markdown/rare-blocks";
import type { Kit } from "../kit.ts";
import type { Place } from "./place-leaf.ts";

interface Drawing {
  draw(nodes: readonly Inline[]): Node[];
  chips(): Node[];
}

/** Null for a leaf that every answer may have. */
function drawRareLeaf(
  { element }: Kit,
  { kind, nodes, cells, columns, code }: MarkdownLeaf,
  { draw, chips }: Drawing,
): HTMLElement | null {
  switch (kind) {
    case "code": {
      const block = element("pre", { tabIndex: 0 }, element("code", {}, code));
      return element("div", {}, block, ...chips());
    }
    case "rule":
      return element("hr");
    case "quote":
      return element("blockquote", {}, ...draw(nodes));
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
    default:
      return null;
  }
}

interface Row {
  holder: HTMLElement;
  before: Place | undefined;
  kind: MarkdownLeaf["kind"];
  drawn: HTMLElement;
}

/** Puts a row into the table that is open, or begins one. */
function placeRow(
  { element }: Kit,
  { holder, before, kind, drawn }: Row,
): Pick<Place, "top" | "table"> {
  if (kind === "row" && before?.table) {
    before.table.tBodies[0]?.append(drawn);
    return { top: drawn, table: before.table };
  }
  const table = element("table", {}, element("thead", {}, drawn), element("tbody"));
  // A box that scrolls must be reachable by keyboard.
  const frame = element(
    "div",
    { class: "scroll", tabIndex: 0, role: "group", ariaLabel: drawn.textContent },
    table,
  );
  holder.append(frame);
  return { top: frame, table };
}

/** How tables, code, quotes and rules are read and drawn. */
export const rareBlocks = { ...RARE_BLOCKS, drawRareLeaf, placeRow };
