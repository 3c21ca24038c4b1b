import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

export const importDeclaration: JobDeclaration<{ twinId: string; blobKey: string }> = {
  kind: "import",
  payload: z.object({ twinId: Id, blobKey: z.string() }),
  maxAttempts: 3,
};
