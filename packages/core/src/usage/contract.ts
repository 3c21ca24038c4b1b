import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";

export const QuotaScope = z.enum(["tenant", "twin", "key", "group", "visitor"]);
export const Metric = z.enum(["messages", "sources", "storageBytes", "tokens", "spend"]);
/** `total`: of what is held, now. */
export const QuotaPeriod = z.enum(["day", "month", "total"]);

export const UsageLimit = z.object({
  scope: QuotaScope,
  /** Null: of each key, or of each visitor, for itself. */
  subjectId: Id.nullable(),
  name: z.string(),
  metric: Metric,
  period: QuotaPeriod,
  /** Null: none. */
  limit: z.number().nullable(),
  /** Null: counted for each by itself, or from when there is a limit. */
  used: z.number().nullable(),
  /** When counting begins anew. */
  resetsAt: Timestamp.nullable(),
});
export type UsageLimit = z.infer<typeof UsageLimit>;

export const Usage = z.object({
  limits: z.array(UsageLimit),
  /** Of what is spent; null: what models cost is not known. */
  currency: z.string().nullable(),
  /** Days of the last month on which something was asked or taken, in UTC. */
  days: z.array(z.object({ day: z.iso.date(), messages: z.int(), tokens: z.int() })),
  /** Who asked most this month. */
  most: z.array(
    z.object({ scope: z.enum(["twin", "key"]), id: Id, name: z.string(), messages: z.int() }),
  ),
});
export type Usage = z.infer<typeof Usage>;

const MOST = 1_000_000_000_000;
export const SetQuotaInput = z
  .object({
    scope: QuotaScope.default("tenant"),
    /** A twin, a key, a group, or a visitor; absent: the tenant, each key, each visitor. */
    subjectId: Id.optional(),
    metric: Metric,
    period: QuotaPeriod.optional(),
    limit: z.number().min(0).max(MOST).nullable(),
  })
  .refine(({ metric, limit }) => limit === null || metric === "spend" || Number.isInteger(limit), {
    path: ["limit"],
    error: "only money has a part of one",
  });
export type SetQuotaInput = z.output<typeof SetQuotaInput>;
