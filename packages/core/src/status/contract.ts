import { z } from "zod";

export const DependencyState = z.enum(["ok", "degraded", "off", "failed"]);

/** One thing the product rests on, as `/readyz` names it. */
export const Dependency = z.object({
  name: z.string(),
  state: DependencyState,
  required: z.boolean(),
  detail: z.string().optional(),
});
export const Status = z.object({ ready: z.boolean(), dependencies: z.array(Dependency) });
export type Status = z.infer<typeof Status>;
