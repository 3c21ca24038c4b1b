import { isUpkeep, type JobKind } from "../column-values.ts";

/** pg-boss's own schema: the application role has no right on it. */
export const QUEUE_SCHEMA = "pgboss";
export const QUEUE = "jobs";

/** Attempts, their number and their end are kept in `jobs`; pg-boss only delivers, once each time. */
export const QUEUE_SETTINGS = {
  retryLimit: 0,
  expireInSeconds: 12 * 60 * 60,
  deleteAfterSeconds: 60 * 60,
} as const;

/** Sent in the transaction that makes a job due, and in the one that hands it to pg-boss. */
export const DUE_CHANNEL = "understudy_due_jobs";
export const READY_CHANNEL = "understudy_ready_jobs";

/** What pg-boss carries: ids and a kind, never contents. */
export interface DeliveredJob {
  id: string;
  tenantId: string;
  kind: JobKind;
}

/** pg-boss's groups: a tenant's upkeep is one of its own, so that it can wait while the rest is given out. */
export function groupOf({ tenantId, kind }: Omit<DeliveredJob, "id">): string {
  return isUpkeep(kind) ? upkeepOf(tenantId) : tenantId;
}

export const upkeepOf = (tenantId: string): string => `${tenantId}/upkeep`;

/** One of pg-boss's messages. */
export interface Delivery {
  id: string;
  data: DeliveredJob;
}
