import { listAudit } from "@understudy/core/audit/audit-events";
import { exportAudit } from "@understudy/core/audit/export-audit";
import { verifyAudit } from "@understudy/core/audit/verify-audit";
import { mutation, query, router } from "../trpc.ts";

export const auditRouter = router({
  list: query(listAudit),
  verify: query(verifyAudit),
  export: mutation(exportAudit),
});
