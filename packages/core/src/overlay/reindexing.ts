import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** What is asked for where a live version answers otherwise; `reindex-version.job.ts` says how that is done. */
export const reindexing = {
  kind: "reindex",
  payload: z.object({ sourceVersionId: Id }),
  maxAttempts: 4,
} satisfies JobDeclaration<{ sourceVersionId: string }>;
