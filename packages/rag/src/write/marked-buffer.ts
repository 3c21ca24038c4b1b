import { terminatorKind } from "../chunk/sentence-marks.ts";
import type { EvidenceMark } from "./evidence-marks.ts";

const LONGEST_SENTENCE = 4_000;
const WORD_ENDED = /[\p{L}\p{N}]\S*\s/u;
const LONGEST_GAP = 64;
const NOWHERE = Number.NEGATIVE_INFINITY;
const MOST_MARKS = 16;
const TERMINATOR = /[.!?…。！？।]$/u;
const CLINGS = /[.,;:!?…。、，；：！？।)]/u;

export interface MarkedBuffer {
  text(): string;
  hasMark(): boolean;
  isFull(): boolean;
  /** Whether something may have ended a sentence, and a word has followed; true once for each. */
  takeEnd(): boolean;
  append(unit: string): void;
  /** A mark behind what was appended last; null for one that could not be read. */
  place(mark: EvidenceMark | null): void;
  /** Removes the text up to `end`, and the marks that stand before `next`. */
  take(end: number, next: number): { text: string; marks: EvidenceMark[] };
}

/** Text that is not yet a whole sentence, and where in it marks stood. */
export function createMarkedBuffer(): MarkedBuffer {
  let text = "";
  let placed: { at: number; mark: EvidenceMark | null }[] = [];

  let endAt = NOWHERE;

  const isAfterMark = () => placed.at(-1)?.at === text.length;
  const closeGap = () => {
    text = text.replace(/[ \t]+$/, "");
    for (const each of placed) each.at = Math.min(each.at, text.length);
  };
  return {
    text: () => text,
    hasMark: () => placed.length > 0,
    // Never between the halves of a character.
    isFull: () => text.length >= LONGEST_SENTENCE && !/[\ud800-\udbff]$/.test(text),
    takeEnd() {
      const hasEnded = endAt >= 0 && WORD_ENDED.test(text.slice(endAt));
      if (hasEnded) endAt = NOWHERE;
      return hasEnded;
    },
    append(unit) {
      const isSpace = /\s/u.test(unit);
      if (isAfterMark()) {
        const before = text.trimEnd();
        if (unit === " " && before !== text) return;
        if (CLINGS.test(unit) && TERMINATOR.test(before)) return;
        if (CLINGS.test(unit) || unit === "\n") closeGap();
      }
      if (isSpace && text.length >= LONGEST_GAP && !text.slice(-LONGEST_GAP).trim()) return;
      text += unit;
      if (unit === "\n" || terminatorKind(unit.charCodeAt(0))) endAt = text.length;
    },
    place(mark) {
      if (placed.length < MOST_MARKS) placed.push({ at: text.length, mark });
    },
    take(end, next) {
      const taken = text.slice(0, end);
      const own = placed.filter(({ at }) => at <= next);
      placed = placed.slice(own.length).map(({ at, mark }) => ({ at: at - end, mark }));
      text = text.slice(end);
      endAt -= end;
      return { text: taken, marks: own.flatMap(({ mark }) => mark ?? []) };
    },
  };
}
