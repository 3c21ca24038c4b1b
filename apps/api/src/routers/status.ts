import { getStatus } from "@understudy/core/status/get-status";
import { query, router } from "../trpc.ts";

export const statusRouter = router({
  get: query(getStatus),
});
