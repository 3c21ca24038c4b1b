import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** A run to be made; or, of a twin, one to be begun, for what it knows has changed. */
const Payload = z.union([z.object({ runId: Id }), z.object({ twinId: Id })]);
export type QualityRunPayload = z.infer<typeof Payload>;

export const qualityRun: JobDeclaration<QualityRunPayload> = {
  kind: "quality_run",
  payload: Payload,
  maxAttempts: 4,
};
