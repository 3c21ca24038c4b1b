import { buildSegment } from "@understudy/rag/index/build-segment";
import { type Corpus, makeCorpus } from "../search/make-corpus.ts";

const WORDS_PER_PASSAGE = 300;

export interface NamedSegment {
  id: string;
  bytes: Uint8Array;
}

export interface Sized {
  passages: number;
  passagesPerSegment: number;
}

/** Passages of Zipf's words, each with a number of its own: rare terms are most of a vocabulary. */
export function makePassages(corpus: Corpus, first: number, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    text: `${corpus.text(WORDS_PER_PASSAGE)}Item no${(first + i) * 7919}.`,
    title: `Section ${first + i}`,
  }));
}

/** The segments of a twin of so many passages, as the database would give them. */
export function makeSegments({ passages, passagesPerSegment }: Sized): NamedSegment[] {
  const corpus = makeCorpus(7);
  const segments: NamedSegment[] = [];
  for (let first = 0; first < passages; first += passagesPerSegment) {
    const count = Math.min(passagesPerSegment, passages - first);
    segments.push({ id: `s${first}`, bytes: buildSegment(makePassages(corpus, first, count)) });
  }
  return segments;
}
