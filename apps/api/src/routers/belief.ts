import {
  getBelief,
  listBeliefs,
  listBeliefVersions,
  removeBelief,
} from "@understudy/core/belief/beliefs";
import { createBelief } from "@understudy/core/belief/create-belief";
import { updateBelief } from "@understudy/core/belief/update-belief";
import { lookAtBelief } from "@understudy/core/health/impacts";
import { mutation, query, router } from "../trpc.ts";

export const beliefRouter = router({
  list: query(listBeliefs),
  get: query(getBelief),
  create: mutation(createBelief),
  update: mutation(updateBelief),
  remove: mutation(removeBelief),
  lookedAt: mutation(lookAtBelief),
  versions: query(listBeliefVersions),
});
