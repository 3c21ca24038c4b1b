import { foldText } from "@understudy/rag/text/fold-text";

/** Two questions of one key are the same question: case, accents, spaces and marks at the end apart. */
export function questionKey(question: string): string {
  return foldText(question)
    .replace(/\s+/g, " ")
    .replace(/[\s?!.,;:？！。]+$/u, "")
    .trim();
}
