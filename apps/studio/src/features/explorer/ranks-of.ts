import type { Exploration } from "./use-exploration.ts";

/** The place of each passage that was kept, from 1, by its id. */
export function ranksOf({ passages }: Pick<Exploration, "passages">): ReadonlyMap<string, number> {
  return new Map(passages.map(({ chunkId }, at) => [chunkId, at + 1]));
}

/** "was 3" in the other settings; null where nothing moved. */
export function moveWords(rank: number, other: number | undefined): string | null {
  if (other === undefined) return "new";
  return other === rank ? null : `was ${other}`;
}
