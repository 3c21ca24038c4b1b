import { chooseDisclaimers } from "@understudy/rag/policy/choose-disclaimers";
import type { AnswerPiece, MadeAnswer, Span } from "../answer/answer.ts";
import type { Governed } from "./governed.ts";

type Pieces = AsyncGenerator<AnswerPiece, MadeAnswer>;

/**
 * An answer with the disclaimers that belong to it. What is said instead of an answer gets none; one
 * that is broken off gets those behind it all the same.
 */
export async function* withDisclaimers(
  governed: Governed,
  wordings: readonly string[],
  pieces: Pieces,
): Pieces {
  const hasNone = governed.policies.every(({ policy }) => policy.disclaimers.length === 0);
  if (hasNone) return yield* pieces;
  const framed = frame(governed, wordings);
  try {
    for (;;) {
      const next = await pieces.next();
      if (!next.done) {
        yield* framed.pass(next.value);
        continue;
      }
      if (next.value.answered) yield* framed.close();
      return next.value;
    }
  } catch (error) {
    yield* framed.close();
    throw error;
  } finally {
    await pieces.return(undefined as never);
  }
}

function frame({ policies, trace }: Governed, wordings: readonly string[]) {
  let said = "";
  let shift = 0;
  const take = (place: "before" | "after"): string => {
    const chosen = chooseDisclaimers(policies, { place, wordings, said });
    trace.disclaimers.push(...chosen.map(({ rule }) => rule));
    return chosen.map(({ text }) => text).join("\n\n");
  };
  const open = (): AnswerPiece[] => {
    const before = take("before");
    if (before === "") return [];
    shift = before.length + 2;
    return [{ type: "text", text: `${before}\n\n` }];
  };
  return {
    pass(piece: AnswerPiece): AnswerPiece[] {
      if (piece.type === "replace") {
        [said, shift] = ["", 0];
        trace.disclaimers.length = 0;
      }
      if (piece.type !== "text" || piece.isAside) return [shiftBy(shift, piece)];
      const opening = said === "" ? open() : [];
      said += piece.text;
      return [...opening, piece];
    },
    /** Nothing where nothing of an answer was said. */
    close(): AnswerPiece[] {
      const after = said === "" ? "" : take("after");
      return after === "" ? [] : [{ type: "text", text: `\n\n${after}` }];
    },
  };
}

function shiftBy(shift: number, piece: AnswerPiece): AnswerPiece {
  const move = ({ start, end }: Span): Span => ({ start: start + shift, end: end + shift });
  if (piece.type === "unsupported") return { ...piece, span: move(piece.span) };
  if (piece.type !== "citation") return piece;
  return { ...piece, citation: { ...piece.citation, answerSpan: move(piece.citation.answerSpan) } };
}
