import { getUsage } from "@understudy/core/usage/get-usage";
import { setQuota } from "@understudy/core/usage/set-quota";
import { mutation, query, router } from "../trpc.ts";

export const usageRouter = router({
  get: query(getUsage),
  setQuota: mutation(setQuota),
});
