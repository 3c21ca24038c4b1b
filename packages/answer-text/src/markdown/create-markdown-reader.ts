import { growMarkdown, type MarkdownLeaf, type MarkdownText } from "./grow-markdown.ts";

/** Remembers what it read last, so that a longer text costs its new words only. */
export function createMarkdownReader(empty: MarkdownText) {
  let last = empty;
  return (text: string, isGrowing: boolean): readonly MarkdownLeaf[] => {
    last = growMarkdown(last, text, { isGrowing });
    return last.leaves;
  };
}
