import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** Many attempts: a store that is away for a day must not leave half of someone behind. */
export const erasureDeclaration: JobDeclaration<{ erasureId: string }> = {
  kind: "erasure",
  payload: z.object({ erasureId: Id }),
  maxAttempts: 300,
};
