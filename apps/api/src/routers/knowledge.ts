import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { query, router } from "../trpc.ts";

export const knowledgeRouter = router({
  search: query(searchKnowledge),
});
