import type { Place } from "@understudy/db/queries/passages";
import type { Candidate } from "@understudy/rag/retrieve/candidate";
import type { Retrieval, RetrievedPassage } from "@understudy/rag/retrieve/retrieval";
import type { LoadPassages } from "@understudy/rag/retrieve/retrieve-passages";
import { extractTerms, extractWordTerms } from "@understudy/rag/text/extract-terms";
import type { LivePassage } from "./find-passages.ts";
import { placeKey } from "./place-key.ts";

interface Pinning {
  query: string;
  limit: number;
  pinned: readonly Place[];
  load: LoadPassages<LivePassage>;
}

const NO_SCORES = { lexical: 0, characters: 0, dense: null, vector: null, fused: 0 };

/**
 * What its owner has pinned comes first where it has a word of the question, however it ranks; a
 * function word is none.
 */
export async function pinFirst(
  found: Retrieval<LivePassage>,
  { query, limit, pinned, load }: Pinning,
): Promise<Retrieval<LivePassage>> {
  if (pinned.length === 0) return found;
  const known = new Map([...found.passages, ...found.dropped].map((one) => [placeKey(one), one]));
  const places = pinned.map(({ sourceVersionId: segmentId, ordinal }): Candidate => {
    const { scores = NO_SCORES } = known.get(placeKey({ segmentId, ordinal })) ?? {};
    return { segmentId, ordinal, scores };
  });
  const texts = await load(places);
  const words = contentTerms(query);
  const lifted = places.flatMap((place, i) => {
    const passage = texts[i];
    return passage && holds(passage, words) ? [lift(place, passage)] : [];
  });
  const isLifted = new Set(lifted.map(placeKey));
  const others = found.passages.filter((one) => !isLifted.has(placeKey(one)));
  const passages = [...lifted, ...others];
  const cut = passages.slice(limit).map((one) => ({ ...one, droppedBecause: "limit" as const }));
  const dropped = found.dropped.filter((one) => !isLifted.has(placeKey(one)));
  return { ...found, passages: passages.slice(0, limit), dropped: [...cut, ...dropped] };
}

function lift(place: Candidate, passage: LivePassage): RetrievedPassage<LivePassage> {
  const scores = { reranked: null, ...place.scores };
  return { ...place, scores, score: scores.reranked ?? scores.fused, passage };
}

function contentTerms(query: string): string[] {
  return extractWordTerms(query).flatMap(({ term, functional }) => (functional ? [] : [term]));
}

function holds({ text, title, headings }: LivePassage, words: readonly string[]): boolean {
  const terms = new Set(extractTerms([title, ...headings, text].join("\n")));
  return words.some((word) => terms.has(word));
}
