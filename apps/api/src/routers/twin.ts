import { duplicateTwin } from "@understudy/core/bundle/duplicate-twin";
import { exportTwin } from "@understudy/core/export/export-subjects";
import { eraseTwin } from "@understudy/core/privacy/erase-subjects";
import { createTwin } from "@understudy/core/twin/create-twin";
import {
  archiveTwin,
  getTwin,
  listTwins,
  removeTwin,
  restoreTwin,
  updateTwin,
} from "@understudy/core/twin/twins";
import { mutation, query, router } from "../trpc.ts";

export const twinRouter = router({
  create: mutation(createTwin),
  list: query(listTwins),
  get: query(getTwin),
  update: mutation(updateTwin),
  duplicate: mutation(duplicateTwin),
  archive: mutation(archiveTwin),
  restore: mutation(restoreTwin),
  remove: mutation(removeTwin),
  export: mutation(exportTwin),
  erase: mutation(eraseTwin),
});
