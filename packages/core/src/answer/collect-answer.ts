import type { AnswerCitation, AnswerOutcome, AnswerPiece, Span } from "./answer.ts";

export interface CollectedAnswer {
  text: string;
  citations: AnswerCitation[];
  unsupportedSpans: Span[];
}

/** An answer to its end, for those who need it whole. */
export async function collectAnswer(
  pieces: AsyncGenerator<AnswerPiece, AnswerOutcome>,
): Promise<{ said: CollectedAnswer; outcome: AnswerOutcome }> {
  const said: CollectedAnswer = { text: "", citations: [], unsupportedSpans: [] };
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { said, outcome: next.value };
    add(said, next.value);
  }
}

function add(said: CollectedAnswer, piece: AnswerPiece): void {
  if (piece.type === "text") said.text += piece.text;
  else if (piece.type === "citation") said.citations.push(piece.citation);
  else if (piece.type === "unsupported") said.unsupportedSpans.push(piece.span);
  else if (piece.type === "replace") {
    Object.assign(said, { text: piece.text, citations: [], unsupportedSpans: [] });
  }
}
