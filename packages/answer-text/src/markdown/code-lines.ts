import type { Range } from "./leaf.ts";
import type { Line } from "./read-line.ts";

/** The lines of a fenced block of code. */
export class CodeLines {
  readonly #fence: string;
  readonly #indent: number;

  /** The run that opened the fence, and how far in it stood: so much is taken off each line. */
  constructor(fence: string, indent: number) {
    this.#fence = fence;
    this.#indent = indent;
  }

  /** What a line that is so far in adds; null where it closes the fence. */
  take({ start, text, next }: Line, indent: number): Range | null {
    const words = text.trim();
    const [mark] = this.#fence as unknown as [string];
    if (words.startsWith(this.#fence) && words === mark.repeat(words.length)) return null;
    const stripped = words ? Math.min(this.#indent, indent) : 0;
    return { start: start + stripped, end: next };
  }
}
