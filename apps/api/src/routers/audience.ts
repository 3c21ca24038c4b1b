import { blockVisitor, updateVisitor } from "@understudy/core/audience/change-visitor";
import { exportAudience } from "@understudy/core/audience/export-audience";
import { getVisitor } from "@understudy/core/audience/get-visitor";
import { importAudience, previewAudienceImport } from "@understudy/core/audience/import-audience";
import { listAudience } from "@understudy/core/audience/list-audience";
import { markVisitors } from "@understudy/core/audience/mark-visitors";
import { eraseVisitor } from "@understudy/core/privacy/erase-subjects";
import { mutation, query, router } from "../trpc.ts";

export const audienceRouter = router({
  list: query(listAudience),
  get: query(getVisitor),
  update: mutation(updateVisitor),
  block: mutation(blockVisitor),
  mark: mutation(markVisitors),
  previewImport: mutation(previewAudienceImport),
  import: mutation(importAudience),
  export: mutation(exportAudience),
  erase: mutation(eraseVisitor),
});
