import { EMPTY_MARKDOWN, growMarkdown, type MarkdownLeaf } from "./grow-markdown.ts";

/** Remembers what it read last, so that a longer text costs its new words only. */
export function createMarkdownReader() {
  let last = EMPTY_MARKDOWN;
  return (text: string, isGrowing: boolean): readonly MarkdownLeaf[] => {
    last = growMarkdown(last, text, { isGrowing });
    return last.leaves;
  };
}
