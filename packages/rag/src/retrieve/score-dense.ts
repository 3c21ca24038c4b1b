import type { DenseHit } from "./candidate.ts";
import { emptyScores, type ViewScores } from "./score-terms.ts";
import type { Visible } from "./view-blocks.ts";

/** The hits of a dense arm laid over the visible passages; negative cosines count as none. */
export function scoreDense(visible: Visible, hits: readonly DenseHit[]): ViewScores {
  const scores = emptyScores(visible);
  const bySegment = Map.groupBy(hits, ({ segmentId }) => segmentId);
  for (const [view, { block }] of visible.views.entries()) {
    for (const { id, first, count, alive } of block.segments) {
      if (!alive) continue;
      for (const { ordinal, similarity } of bySegment.get(id) ?? []) {
        if (ordinal >= 0 && ordinal < count)
          scores[view]![first + ordinal] = Math.max(0, similarity);
      }
    }
  }
  return scores;
}
