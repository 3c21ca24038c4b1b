import type { Candidate } from "./candidate.ts";
import type { ViewScores } from "./score-terms.ts";
import type { RetrievalSettings } from "./settings.ts";
import type { Visible } from "./view-blocks.ts";

interface Arms {
  lexical: ViewScores;
  characters: ViewScores;
  /** Null: no dense arm ran. */
  dense: ViewScores | null;
}

interface WeightedArm {
  scores: ViewScores;
  scale: number;
}

interface Pick {
  view: number;
  passage: number;
  fused: number;
}

interface PickOptions {
  limit: number;
  includeUnmatched?: boolean;
  settings: RetrievalSettings;
}

/** Sum of the arms, those of words divided by their best; the best `limit` visible passages with a score. */
export function pickBest(
  visible: Visible,
  arms: Arms,
  { limit, includeUnmatched = false, settings }: PickOptions,
): Candidate[] {
  const picks: Pick[] = [];
  const keepFrom = 4 * limit + 64;
  const weighted = weigh(visible, arms, settings);
  let bar = includeUnmatched ? 0 : Number.MIN_VALUE;
  for (const [view, { visible: mask }] of visible.views.entries()) {
    const fusedScores = fuse(view, weighted);
    for (let passage = 0; passage < fusedScores.length; passage++) {
      const fused = fusedScores[passage]!;
      if (fused < bar || mask?.[passage] === 0) continue;
      picks.push({ view, passage, fused });
      if (picks.length >= keepFrom) bar = keepBest(picks, limit);
    }
  }
  const candidates = picks.map((pick) => describe(visible, arms, pick));
  return candidates.sort(byScoreThenPlace).slice(0, limit);
}

function weigh(
  visible: Visible,
  { lexical, characters, dense }: Arms,
  { characterWeight, denseWeight }: RetrievalSettings,
): WeightedArm[] {
  const arm = (scores: ViewScores, weight: number) => ({
    scores,
    scale: weight / (bestVisible(visible, scores) || 1),
  });
  const words = [arm(lexical, 1), arm(characters, characterWeight)];
  return dense ? [...words, { scores: dense, scale: denseWeight }] : words;
}

function fuse(view: number, arms: readonly WeightedArm[]): Float64Array {
  const sums = new Float64Array(arms[0]!.scores[view]!.length);
  for (const { scores, scale } of arms) {
    const list = scores[view]!;
    for (let i = 0; i < sums.length; i++) sums[i]! += list[i]! * scale;
  }
  return sums;
}

/** Cuts the list to the best `limit` and what ties with the last; returns that score. */
function keepBest(picks: Pick[], limit: number): number {
  picks.sort((a, b) => b.fused - a.fused);
  const bar = picks[limit - 1]!.fused;
  let kept = limit;
  while (kept < picks.length && picks[kept]!.fused === bar) kept++;
  picks.length = kept;
  return bar;
}

function bestVisible({ views }: Visible, scores: ViewScores): number {
  let best = 0;
  for (const [view, { visible }] of views.entries()) {
    const list = scores[view]!;
    for (let i = 0; i < list.length; i++) {
      if (list[i]! > best && visible?.[i] !== 0) best = list[i]!;
    }
  }
  return best;
}

function describe({ views }: Visible, arms: Arms, { view, passage, fused }: Pick): Candidate {
  const { block } = views[view]!;
  const segment = block.segments[block.segmentOf[passage]!]!;
  const lexical = arms.lexical[view]![passage]!;
  const characters = arms.characters[view]![passage]!;
  const dense = arms.dense ? arms.dense[view]![passage]! || null : null;
  const vector = arms.dense ? dense : characters;
  const place = { segmentId: segment.id, ordinal: passage - segment.first };
  return { ...place, scores: { lexical, characters, dense, vector, fused } };
}

/** Equal scores are ordered by name, so that the order of adding and merging never shows. */
function byScoreThenPlace(a: Candidate, b: Candidate): number {
  if (a.scores.fused !== b.scores.fused) return b.scores.fused - a.scores.fused;
  if (a.segmentId !== b.segmentId) return a.segmentId < b.segmentId ? -1 : 1;
  return a.ordinal - b.ordinal;
}
