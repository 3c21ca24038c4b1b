import { getHome } from "@understudy/core/home/get-home";
import { query, router } from "../trpc.ts";

export const homeRouter = router({
  get: query(getHome),
});
