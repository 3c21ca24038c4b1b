import { createShareLink } from "@understudy/core/share-link/create-share-link";
import {
  getShareLink,
  listShareLinks,
  revokeShareLink,
  updateShareLink,
} from "@understudy/core/share-link/share-links";
import { mutation, query, router } from "../trpc.ts";

export const shareLinkRouter = router({
  create: mutation(createShareLink),
  list: query(listShareLinks),
  get: query(getShareLink),
  update: mutation(updateShareLink),
  revoke: mutation(revokeShareLink),
});
