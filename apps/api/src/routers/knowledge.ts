import { checkContentHealth, getContentHealth } from "@understudy/core/health/content-health";
import { listImpacts } from "@understudy/core/health/impacts";
import { exploreQuestion } from "@understudy/core/knowledge/explore/explore-question";
import { rehearseAnswer } from "@understudy/core/knowledge/explore/rehearse-answer";
import { dismissFinding, listFindings, resolveFinding } from "@understudy/core/knowledge/findings";
import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { dropIndex } from "@understudy/core/reindex/drop-index";
import { getIndex } from "@understudy/core/reindex/get-index";
import { startReindex } from "@understudy/core/reindex/start-reindex";
import { switchIndex } from "@understudy/core/reindex/switch-index";
import { mutation, query, router } from "../trpc.ts";

export const knowledgeRouter = router({
  health: query(getContentHealth),
  checkHealth: mutation(checkContentHealth),
  listImpacts: query(listImpacts),
  search: query(searchKnowledge),
  explore: query(exploreQuestion),
  rehearse: mutation(rehearseAnswer),
  index: query(getIndex),
  startReindex: mutation(startReindex),
  switchIndex: mutation(switchIndex),
  dropIndex: mutation(dropIndex),
  listFindings: query(listFindings),
  resolveFinding: mutation(resolveFinding),
  dismissFinding: mutation(dismissFinding),
});
