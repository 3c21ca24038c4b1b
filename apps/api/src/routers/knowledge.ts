import { checkContentHealth, getContentHealth } from "@understudy/core/health/content-health";
import { exploreQuestion } from "@understudy/core/knowledge/explore/explore-question";
import { rehearseAnswer } from "@understudy/core/knowledge/explore/rehearse-answer";
import { dismissFinding, listFindings, resolveFinding } from "@understudy/core/knowledge/findings";
import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { mutation, query, router } from "../trpc.ts";

export const knowledgeRouter = router({
  health: query(getContentHealth),
  checkHealth: mutation(checkContentHealth),
  search: query(searchKnowledge),
  explore: query(exploreQuestion),
  rehearse: mutation(rehearseAnswer),
  listFindings: query(listFindings),
  resolveFinding: mutation(resolveFinding),
  dismissFinding: mutation(dismissFinding),
});
