import type { DiffPart } from "#features/sources/history/diff-words.ts";
import type { Contradiction } from "./finding.ts";

/** Of two figures or dates only these are marked, not the other words that say the same. */
export function markDiffering(
  parts: readonly DiffPart[],
  differsIn: Contradiction["in"],
): readonly DiffPart[] {
  const isFigure = ({ kind, text }: DiffPart) => kind !== "same" && /\p{N}/u.test(text);
  const tellsByFigures = differsIn === "number" || differsIn === "date";
  if (!tellsByFigures || !parts.some(isFigure)) return parts;
  return parts.flatMap((part) =>
    (part.text.match(/\s*\S+/g) ?? []).map((text): DiffPart => {
      const word = { kind: part.kind, text };
      return isFigure(word) ? word : { kind: "same", text };
    }),
  );
}
