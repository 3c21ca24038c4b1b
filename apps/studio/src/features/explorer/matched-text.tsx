import { cutMarks } from "#features/viewer/cut-marks.ts";
import type { Span } from "#features/viewer/span.ts";

/** A passage with the words of the question marked in it. */
export function MatchedText({
  text,
  matches,
  from = 0,
}: {
  text: string;
  matches: readonly Span[];
  /** Where to begin. */
  from?: number;
}) {
  const marks = matches.map((match) => ({ ...match, isShown: true }));
  const parts = cutMarks({ start: from, end: text.length }, marks);
  return parts.map(({ start, end, mark }) => {
    const words = text.slice(start, end);
    if (!mark) return words;
    return (
      <mark key={start} className="rounded-[3px] bg-mark text-ink">
        {words}
      </mark>
    );
  });
}
