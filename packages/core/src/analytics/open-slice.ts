import type { FiguresSlice } from "@understudy/db/queries/figures-tally";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import type { AnalyticsInput, Period } from "./contract.ts";
import { periodBefore, resolvePeriod } from "./resolve-period.ts";

interface OpenSlice {
  head: Period & { twinId: string; before: Period | null };
  /** From the period before on, where there is to be one. */
  slice: FiguresSlice;
}

/** What figures are read of, and what a reply says of it. */
export async function openSlice(
  tx: TenantTx,
  { timeZone, compare, ...asked }: Omit<AnalyticsInput, "compare"> & { compare?: boolean },
): Promise<OpenSlice> {
  const { twinId } = asked;
  await requireTwin(tx, twinId);
  const period = resolvePeriod({ ...asked, timeZone }, new Date());
  if (period.from >= period.to) {
    throw new DomainError("invalid", "analytics.empty_period", "The time ends before it begins.");
  }
  const before = compare ? periodBefore(period, timeZone) : null;
  return {
    head: { twinId, ...period, before },
    slice: {
      ...asked,
      ...period,
      ...(before && { from: before.from, splitAt: period.from }),
    },
  };
}
