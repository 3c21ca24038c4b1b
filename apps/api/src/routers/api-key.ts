import { createApiKey, listApiKeys, revokeApiKey } from "@understudy/core/api-key/api-keys";
import { mutation, query, router } from "../trpc.ts";

export const apiKeyRouter = router({
  create: mutation(createApiKey),
  list: query(listApiKeys),
  revoke: mutation(revokeApiKey),
});
