import { exportVisitor } from "@understudy/core/export/export-subjects";
import { linkExport, listExports } from "@understudy/core/export/exports";
import { cancelErasure, listErasures, signingKey } from "@understudy/core/privacy/erasures";
import { mutation, query, router } from "../trpc.ts";

export const privacyRouter = router({
  listErasures: query(listErasures),
  cancelErasure: mutation(cancelErasure),
  listExports: query(listExports),
  linkExport: mutation(linkExport),
  signingKey: query(signingKey),
  exportVisitor: mutation(exportVisitor),
});
