import { answerQuestion } from "../../answer/answer-question.ts";
import { collectAnswer } from "../../answer/collect-answer.ts";
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
    const { said, outcome } = await collectAnswer(answerQuestion(ctx, asked));
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
