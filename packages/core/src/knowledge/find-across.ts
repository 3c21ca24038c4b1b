import type { Context } from "../kernel/context.ts";
import {
  type FindRequest,
  type FoundPassage,
  type FoundPassages,
  findPassages,
  findWithin,
  type Searched,
} from "./find-passages.ts";

export interface FindAcross extends FindRequest {
  /** The query in the other languages of the sources. */
  translations: readonly string[];
  /** An index that does not answer yet, instead of the one that does. */
  within?: Searched | undefined;
}

/** What a query finds in each of its languages, as one list. */
export async function findAcross(
  ctx: Context,
  { translations, within, ...request }: FindAcross,
): Promise<FoundPassages> {
  const find = (query: string) =>
    within
      ? findWithin(ctx, within, { ...request, query })
      : findPassages(ctx, { ...request, query });
  const first = await find(request.query);
  if (translations.length === 0) return first;
  const startedMs = performance.now();
  const others = await Promise.all(translations.map(find));
  const passages = fuse([first, ...others].map((found) => found.passages)).slice(0, request.limit);
  const isRead = new Set(passages.map(({ chunkId }) => chunkId));
  return {
    ...first,
    passages,
    dropped: first.dropped.filter(({ passage }) => !passage || !isRead.has(passage.id)),
    timingsMs: { ...first.timingsMs, languages: performance.now() - startedMs },
  };
}

/** Softens how much the first ranks weigh. (Cormack et al. 2009) */
const RANK_OFFSET = 60;

/** By reciprocal ranks: scores of two queries do not compare. */
function fuse(lists: readonly (readonly FoundPassage[])[]): FoundPassage[] {
  const fused = new Map<string, { passage: FoundPassage; sum: number }>();
  for (const list of lists) {
    for (const [rank, passage] of list.entries()) {
      const { sum = 0 } = fused.get(passage.chunkId) ?? {};
      fused.set(passage.chunkId, { passage, sum: sum + 1 / (RANK_OFFSET + rank) });
    }
  }
  const ranked = [...fused.values()].sort((a, b) => b.sum - a.sum);
  return ranked.map(({ passage }) => passage);
}
