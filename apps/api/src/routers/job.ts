import { cancelJob } from "@understudy/core/job/cancel-job";
import { getJob, listJobLogs, listJobs } from "@understudy/core/job/jobs";
import { retryJob } from "@understudy/core/job/retry-job";
import { watchJobs } from "@understudy/core/job/watch-jobs";
import { startReconcile } from "@understudy/core/reconcile/start-reconcile";
import { retryAllFailed } from "@understudy/core/source/retry-all-failed";
import { mutation, query, router, stream } from "../trpc.ts";

export const jobRouter = router({
  list: query(listJobs),
  get: query(getJob),
  logs: query(listJobLogs),
  watch: stream(watchJobs),
  cancel: mutation(cancelJob),
  retry: mutation(retryJob),
  retryFailed: mutation(retryAllFailed),
  reconcile: mutation(startReconcile),
});
