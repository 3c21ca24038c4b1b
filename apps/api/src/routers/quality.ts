import { draftTests } from "@understudy/core/quality/draft-tests";
import {
  getRun,
  getStanding,
  listRuns,
  markRunSeen,
  runTests,
} from "@understudy/core/quality/runs";
import { listTests, removeTest } from "@understudy/core/quality/tests";
import { createTest, updateTest } from "@understudy/core/quality/write-test";
import { mutation, query, router } from "../trpc.ts";

export const qualityRouter = router({
  listTests: query(listTests),
  createTest: mutation(createTest),
  updateTest: mutation(updateTest),
  removeTest: mutation(removeTest),
  draftTests: mutation(draftTests),
  run: mutation(runTests),
  getRun: query(getRun),
  listRuns: query(listRuns),
  standing: query(getStanding),
  markSeen: mutation(markRunSeen),
});
