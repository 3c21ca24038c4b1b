import type { AnswerOutcome, AnswerPiece } from "../../answer/answer.ts";
import { answerQuestion } from "../../answer/answer-question.ts";
import { useCase } from "../../kernel/use-case.ts";
import { ExploreInput, Rehearsal } from "./contract.ts";
import { rehearse } from "./rehearse.ts";

/** What the twin would answer now, by the same way as in a conversation; nothing of it is kept. */
export const rehearseAnswer = useCase({
  permission: "twin.ask",
  input: ExploreInput,
  output: Rehearsal,
  run: async (ctx, input) => {
    const { asked } = await rehearse(ctx, input);
    const { said, outcome } = await collect(answerQuestion(ctx, asked));
    const { answered, refused, verified, writer, model, failure, trace } = outcome;
    return {
      ...said,
      answered,
      refused,
      verified,
      writer,
      model,
      failure,
      timingsMs: trace.timingsMs,
    };
  },
});

type Said = Pick<Rehearsal, "text" | "citations" | "unsupportedSpans">;

async function collect(
  pieces: AsyncGenerator<AnswerPiece, AnswerOutcome>,
): Promise<{ said: Said; outcome: AnswerOutcome }> {
  const said: Said = { text: "", citations: [], unsupportedSpans: [] };
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { said, outcome: next.value };
    add(said, next.value);
  }
}

function add(said: Said, piece: AnswerPiece): void {
  if (piece.type === "text") said.text += piece.text;
  else if (piece.type === "citation") said.citations.push(piece.citation);
  else if (piece.type === "unsupported") said.unsupportedSpans.push(piece.span);
  else if (piece.type === "replace") {
    Object.assign(said, { text: piece.text, citations: [], unsupportedSpans: [] });
  }
}
