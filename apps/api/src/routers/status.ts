import { getStatus } from "@understudy/core/status/get-status";
import { getStatusHistory } from "@understudy/core/status/get-status-history";
import { query, router } from "../trpc.ts";

export const statusRouter = router({
  get: query(getStatus),
  history: query(getStatusHistory),
});
