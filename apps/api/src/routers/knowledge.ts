import { dismissFinding, listFindings, resolveFinding } from "@understudy/core/knowledge/findings";
import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { mutation, query, router } from "../trpc.ts";

export const knowledgeRouter = router({
  search: query(searchKnowledge),
  listFindings: query(listFindings),
  resolveFinding: mutation(resolveFinding),
  dismissFinding: mutation(dismissFinding),
});
