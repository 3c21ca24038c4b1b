import { extractTerms } from "../text/extract-terms.ts";
import type { PassageText } from "./rerank.ts";

/** A sentence, a line, or the headings of a passage: its terms in order. */
export type Unit = readonly string[];

export interface ReadCandidate {
  /** Title and headings, empty where there are none. */
  heading: Unit;
  sentences: readonly Unit[];
}

/** Coarser than the chunker's sentences and much faster: a wrong break costs a little rank, not a quote. */
const SENTENCE = /[^.!?。！？।॥\n]+/g;

export function readCandidate({ text, title, headings = [] }: PassageText): ReadCandidate {
  return {
    heading: extractTerms([title, ...headings].join("\n")),
    sentences: (text.match(SENTENCE) ?? []).map(extractTerms).filter((unit) => unit.length > 0),
  };
}

/** Headings first, as the passage is read. */
export function unitsOf({ heading, sentences }: ReadCandidate): Unit[] {
  return heading.length > 0 ? [heading, ...sentences] : [...sentences];
}
