import type { PassagePlace } from "@understudy/rag/retrieve/candidate";

/** A place as the key of a Map. */
export function placeKey({ segmentId, ordinal }: PassagePlace): string {
  return `${segmentId}/${ordinal}`;
}
