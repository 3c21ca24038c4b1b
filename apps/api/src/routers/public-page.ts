import { getPublicPage, updatePublicPage } from "@understudy/core/public-page/public-pages";
import { mutation, query, router } from "../trpc.ts";

export const publicPageRouter = router({
  get: query(getPublicPage),
  update: mutation(updatePublicPage),
});
