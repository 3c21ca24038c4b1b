import { countOf } from "#lib/format-count.ts";
import type { Preview } from "./release.ts";

/** "2 sources added, 1 changed"; null when nothing has moved. */
export function movedWords(moved: NonNullable<Preview["contentMoved"]>): string | null {
  const parts = (["added", "changed", "removed"] as const).filter((kind) => moved[kind] > 0);
  if (parts.length === 0) return null;
  return parts
    .map((kind, at) =>
      at === 0 ? `${countOf(moved[kind], "source")} ${kind}` : `${moved[kind]} ${kind}`,
    )
    .join(", ");
}
