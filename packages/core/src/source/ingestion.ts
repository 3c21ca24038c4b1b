import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** What is asked for where a source is to be processed; `ingest-source.job.ts` says how that is done. */
export const ingestion = {
  kind: "ingestion",
  payload: z.object({ sourceVersionId: Id }),
  maxAttempts: 4,
} satisfies JobDeclaration<{ sourceVersionId: string }>;
