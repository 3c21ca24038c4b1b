import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** First it is taken in, then it is waited until all of it is live, and proved. */
export const bundleDeclaration: JobDeclaration<{ importId: string }> = {
  kind: "bundle",
  payload: z.object({ importId: Id }),
  maxAttempts: 5,
};
