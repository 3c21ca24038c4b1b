import { createMarkdownReader } from "@understudy/answer-text/markdown/create-markdown-reader";
import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import type { AnswerMark } from "@understudy/answer-text/marks/place-marks";
import { type LeafMark, settleMarks } from "@understudy/answer-text/marks/settle-marks";
import { element } from "../element.ts";
import { type DrawMark, drawLeaf } from "./draw-leaf.ts";
import { loadRareBlocks, rare } from "./load-rare-blocks.ts";
import { type Place, placeLeaf } from "./place-leaf.ts";

interface Shown extends Place {
  leaf: MarkdownLeaf;
  marked: string;
}

export interface AnswerBody {
  readonly root: HTMLElement;
  /** Only what is new, or marked otherwise than before, is drawn. */
  show(text: string, marks: readonly AnswerMark[], isGrowing: boolean): void;
}

/** The words of an answer as it grows. */
export function createAnswerBody(drawMark: DrawMark): AnswerBody {
  const root = element("div", { class: "answer", dir: "auto" });
  const shown: Shown[] = [];
  let known: typeof rare;
  let read = createReader();
  let last: Parameters<AnswerBody["show"]> = ["", [], true];
  function draw() {
    const [text, marks, isGrowing] = last;
    if (known !== rare) read = createReader();
    known = rare;
    const leaves = read(text, isGrowing);
    const settled = settleMarks(leaves, marks);
    const marksOf = (leaf: MarkdownLeaf) => settled.get(leaf) ?? [];
    const changed = leaves.findIndex(
      (leaf, index) =>
        shown[index]?.leaf !== leaf || shown[index].marked !== describe(marksOf(leaf)),
    );
    const kept = changed < 0 ? leaves.length : changed;
    for (const { top } of shown.splice(kept)) top.remove();
    for (const leaf of leaves.slice(kept)) {
      const own = marksOf(leaf);
      const drawn = drawLeaf(leaf, own, drawMark);
      shown.push({ leaf, marked: describe(own), ...placeLeaf(root, shown.at(-1), leaf, drawn) });
    }
  }
  return {
    root,
    show(...said) {
      last = said;
      draw();
      void loadRareBlocks(said[0])?.then(draw);
    },
  };
}

function createReader() {
  return createMarkdownReader({ text: "", leaves: [], rare: rare ?? null });
}

function describe(marks: readonly LeafMark[]): string {
  return marks.map(({ mark, chipAt }) => [mark.start, chipAt, mark.rests?.number]).join();
}
