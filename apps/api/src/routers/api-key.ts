import { createApiKey, listApiKeys, revokeApiKey } from "@understudy/core/api-key/api-keys";
import { rotateApiKey } from "@understudy/core/api-key/rotate-api-key";
import { mutation, query, router } from "../trpc.ts";

export const apiKeyRouter = router({
  create: mutation(createApiKey),
  list: query(listApiKeys),
  rotate: mutation(rotateApiKey),
  revoke: mutation(revokeApiKey),
});
