import { z } from "zod";

export const DependencyState = z.enum(["ok", "degraded", "off", "failed"]);
export type DependencyState = z.infer<typeof DependencyState>;

/** One thing the product rests on, as `/readyz` names it. */
export const Dependency = z.object({
  name: z.string(),
  state: DependencyState,
  required: z.boolean(),
  detail: z.string().optional(),
});
export const Status = z.object({ ready: z.boolean(), dependencies: z.array(Dependency) });
export type Status = z.infer<typeof Status>;

export const StatusHistoryInput = z.object({ hours: z.number().int().min(1).max(720).default(24) });

/** A time of one state; `unknown` where no process was there to look. */
export const StateSpan = z.object({
  state: z.enum([...DependencyState.options, "unknown"]),
  detail: z.string().nullable(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type StateSpan = z.infer<typeof StateSpan>;

/** What became of the tenant's own work in that time. */
export const WorkOutcomes = z.object({
  answers: z.object({ total: z.number().int(), failed: z.number().int() }),
  jobs: z.object({ total: z.number().int(), failed: z.number().int() }),
  waitingJobs: z.number().int(),
  runningJobs: z.number().int(),
  /** 0 when nothing that is due waits. */
  oldestWaitingSeconds: z.number(),
});

/** Spans of each dependency in order, without a hole from `from` to `until`; the worst of all processes counts. */
export const StatusHistory = z.object({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  dependencies: z.array(
    z.object({
      name: z.string(),
      spans: z.array(StateSpan),
      /** Of the time that is known, the share in which it neither failed nor was degraded; null when none is. */
      wellShare: z.number().min(0).max(1).nullable(),
    }),
  ),
  work: WorkOutcomes,
});
export type StatusHistory = z.infer<typeof StatusHistory>;
