import { type EvidenceMark, readMark } from "./evidence-marks.ts";
import { maskForeignMarks, takeForeignMarks } from "./foreign-marks.ts";
import { createMarkScanner } from "./mark-scanner.ts";
import { createMarkedBuffer } from "./marked-buffer.ts";
import { maskCode } from "./mask-code.ts";
import { splitUnits } from "./split-units.ts";

export interface MarkedSentence {
  /** White space between the sentence before and this one. */
  lead: string;
  /** Without any mark; Markdown is kept. */
  text: string;
  marks: EvidenceMark[];
}

export interface MarkedTextReader {
  /** The sentences that this piece of the stream, of any size, brought to their end. */
  feed(piece: string): MarkedSentence[];
  /** The rest; when the stream was cut, without a sentence that has no end of its own. */
  end(options: { isCut: boolean }): MarkedSentence[];
  /** Whether the model has said that the passages do not answer. */
  declined(): boolean;
}

const ENDS_OF_ITSELF = /[.!?…。！？।؟۔:：)\]`*"”’]\s*$/u;

/**
 * Reads an answer as it streams: text, parted into sentences, each with the marks that follow it. A
 * sentence is given when the next has begun. Memory is bounded whatever the model writes.
 */
export function createMarkedTextReader(): MarkedTextReader {
  const buffer = createMarkedBuffer();
  const sentences: MarkedSentence[] = [];
  let declined = false;

  const give = (end: number, next: number) => {
    const sentence = readSentence(buffer.take(end, next));
    if (sentence.text) sentences.push(sentence);
  };
  const settle = (isLast: boolean) => {
    const spans = splitUnits(maskForeignMarks(maskCode(buffer.text())));
    let taken = 0;
    for (const [index, { end }] of spans.entries()) {
      const next = spans[index + 1]?.start;
      if (next === undefined && !isLast) break;
      give(end - taken, next === undefined ? Number.POSITIVE_INFINITY : next - taken);
      taken = end;
    }
  };
  const scanner = createMarkScanner({
    text(unit) {
      buffer.append(unit);
      if (buffer.isFull()) give(buffer.text().length, buffer.text().length);
      else if (/\s/u.test(unit) && buffer.takeEnd()) settle(false);
    },
    mark(inside) {
      const mark = inside === null ? null : readMark(inside);
      if (mark === "no_answer") declined = true;
      else buffer.place(mark);
    },
  });
  const flush = () => sentences.splice(0);
  return {
    declined: () => declined,
    feed(piece) {
      for (let at = 0; at < piece.length; at += 1) scanner.step(piece[at]!);
      return flush();
    },
    end({ isCut }) {
      scanner.end();
      settle(false);
      if (!isCut || buffer.hasMark() || ENDS_OF_ITSELF.test(buffer.text())) settle(true);
      return flush();
    },
  };
}

function readSentence({ text, marks }: { text: string; marks: EvidenceMark[] }): MarkedSentence {
  const start = text.length - text.trimStart().length;
  const taken = takeForeignMarks(text.slice(start));
  return { lead: text.slice(0, start), text: taken.text.trim(), marks: [...marks, ...taken.marks] };
}
