import type { RetrievalSettings } from "./settings.ts";
import { resemblance, shingle } from "./shingles.ts";

/** `unmatched`: no stage found anything of the query in it. */
export type DropReason = "gone" | "unmatched" | "near_duplicate" | "source_cap" | "limit";

interface Selectable {
  segmentId: string;
  text: string;
}

interface SelectionOptions {
  limit: number;
  settings: RetrievalSettings;
}

/**
 * Why each candidate is left out, null for those kept: the first `limit` in the order given, without
 * near-duplicates of what is kept. One source goes beyond its cap only where others leave room.
 */
export function selectPassages(
  candidates: readonly Selectable[],
  { limit, settings }: SelectionOptions,
): (DropReason | null)[] {
  const cap = Math.max(1, Math.ceil(limit * settings.largestSourceShare));
  const keeper = createKeeper(limit, settings.nearDuplicateResemblance);
  const reasons = candidates.map((candidate) => keeper.judge(candidate, cap));
  return reasons.map((reason, i) =>
    reason === "source_cap" && keeper.hasRoom() ? keeper.judge(candidates[i]!, limit) : reason,
  );
}

function createKeeper(limit: number, nearDuplicateResemblance: number) {
  const kept: Int32Array[] = [];
  const keptOfSource = new Map<string, number>();
  return {
    hasRoom: () => kept.length < limit,
    judge({ segmentId, text }: Selectable, cap: number): DropReason | null {
      if (kept.length >= limit) return "limit";
      // Before its text is read, which costs most.
      const count = keptOfSource.get(segmentId) ?? 0;
      if (count >= cap) return "source_cap";
      const shingles = shingle(text);
      if (kept.some((other) => resemblance(shingles, other) >= nearDuplicateResemblance)) {
        return "near_duplicate";
      }
      keptOfSource.set(segmentId, count + 1);
      kept.push(shingles);
      return null;
    },
  };
}
