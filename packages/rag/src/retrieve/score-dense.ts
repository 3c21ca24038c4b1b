import type { DenseHit } from "./candidate.ts";
import { emptyScores, type ViewScores } from "./score-terms.ts";
import { standOut } from "./stand-out.ts";
import type { Visible } from "./view-blocks.ts";

/** How far the hits of a dense arm stand out, laid over the visible passages. */
export function scoreDense(visible: Visible, hits: readonly DenseHit[]): ViewScores {
  const scores = emptyScores(visible);
  const standing = standOut(
    hits.map(({ similarity }) => similarity),
    visible.passageCount,
  );
  const standingHits = hits.map((hit, i) => ({ ...hit, standing: standing[i]! }));
  const bySegment = Map.groupBy(standingHits, ({ segmentId }) => segmentId);
  for (const [view, { block }] of visible.views.entries()) {
    for (const { id, first, count, alive } of block.segments) {
      if (!alive) continue;
      for (const hit of bySegment.get(id) ?? []) {
        const { ordinal } = hit;
        if (ordinal >= 0 && ordinal < count) scores[view]![first + ordinal] = hit.standing;
      }
    }
  }
  return scores;
}
