import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

export const exportDeclaration: JobDeclaration<{ exportId: string }> = {
  kind: "export",
  payload: z.object({ exportId: Id }),
  maxAttempts: 3,
};
