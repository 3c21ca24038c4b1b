import { listProviders } from "@understudy/core/provider/list-providers";
import { setBudget } from "@understudy/core/provider/set-budget";
import { testProvider } from "@understudy/core/provider/test-provider";
import { mutation, query, router } from "../trpc.ts";

export const providerRouter = router({
  list: query(listProviders),
  test: mutation(testProvider),
  setBudget: mutation(setBudget),
});
