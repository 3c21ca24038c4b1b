import { useCase } from "../kernel/use-case.ts";
import { SearchInput, SearchResult } from "./contract.ts";
import { findPassages } from "./find-passages.ts";

/** The passages that would answer a question, best first, with the score of each stage. */
export const searchKnowledge = useCase({
  permission: "knowledge.read",
  input: SearchInput,
  output: SearchResult,
  run: async (ctx, { twinId, query, limit }) => {
    const { passages, timingsMs } = await findPassages(ctx, { twinId, query, limit });
    return { passages, timingsMs };
  },
});
