import { countAnswersCiting, findPassageText } from "@understudy/db/queries/passage-effects";
import { listTestsOnPassage } from "@understudy/db/queries/tests-resting";
import { readStatements } from "@understudy/rag/health/read-statements";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { findBearing } from "../health/find-bearing.ts";
import { useCase } from "../kernel/use-case.ts";
import { currentKnowledge } from "../knowledge/current-knowledge.ts";
import { IMPACT_DAYS, PassageImpact, PassageRef } from "./contract.ts";
import { requirePassage } from "./require-passage.ts";

/** What rests on a passage, and so on a correction of it: recent answers, quality tests, and what the owner vouches for. */
export const measureImpact = useCase({
  permission: "source.read",
  input: PassageRef,
  output: PassageImpact,
  run: async (ctx, { chunkId }) => {
    const { passage, text, ...resting } = await ctx.transaction(async (tx) => {
      const passage = await requirePassage(tx, chunkId);
      return {
        passage,
        text: await findPassageText(tx, chunkId),
        answers: await countAnswersCiting(tx, passage, { days: IMPACT_DAYS }),
        tests: await listTestsOnPassage(tx, chunkId),
      };
    });
    const { twinId, sourceId } = passage;
    const { index } = await currentKnowledge(ctx, { twinId });
    const sentences = readStatements(text);
    const bearings = await findBearing(ctx, { twinId, sentences, idf: measureIdf(index) });
    return {
      ...resting,
      vouched: bearings.map(({ on }) => on).filter(({ id }) => id !== sourceId),
    };
  },
});
