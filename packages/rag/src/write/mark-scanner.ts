import { MARK_CLOSE, MARK_OPEN } from "./evidence-marks.ts";

export interface MarkSink {
  text(unit: string): void;
  /** The inside of a mark; null when it was nested in, left open or too long to be one. */
  mark(inside: string | null): void;
}

const LONGEST_MARK = 1_000;
const OPENERS: ReadonlySet<string> = new Set([MARK_OPEN, "〚"]);
const CLOSERS: ReadonlySet<string> = new Set([MARK_CLOSE, "〛"]);

/**
 * Parts a stream into text and marks, one UTF-16 unit at a time, so that how it was split cannot
 * matter. A mark left open ends at the next mark, a blank line, or the end; none of it is text.
 */
export function createMarkScanner(sink: MarkSink): { step(unit: string): void; end(): void } {
  let inside: string | null = null;
  const close = (content: string | null) => {
    inside = null;
    sink.mark(content);
  };
  return {
    step(unit) {
      if (OPENERS.has(unit)) {
        if (inside !== null) close(null);
        inside = "";
      } else if (inside === null) {
        if (!CLOSERS.has(unit)) sink.text(unit);
      } else if (CLOSERS.has(unit)) close(inside.length > LONGEST_MARK ? null : inside);
      else if (unit === "\n" && inside.endsWith("\n")) {
        close(null);
        sink.text("\n");
        sink.text("\n");
      }
      // One unit beyond the longest tells that there was more.
      else if (inside.length <= LONGEST_MARK) inside += unit;
      else inside = inside.slice(1) + unit;
    },
    end() {
      if (inside !== null) close(null);
    },
  };
}
