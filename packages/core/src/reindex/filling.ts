import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** What is asked for where an index is to be made beside the one that answers; `fill-index.job.ts` says how. */
export const filling = {
  kind: "index_fill",
  payload: z.object({ generationId: Id }),
  maxAttempts: 8,
} satisfies JobDeclaration<{ generationId: string }>;
