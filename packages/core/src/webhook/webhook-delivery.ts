import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** One attempt to deliver; `deliver-event.job.ts` says how it is made. */
export const webhookDelivery = {
  kind: "webhook",
  payload: z.object({ deliveryId: Id, attempt: z.int().min(1) }),
  maxAttempts: 5,
} satisfies JobDeclaration<{ deliveryId: string; attempt: number }>;
