import type { FiguresSlice } from "@understudy/db/queries/figures-tally";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import type { AnalyticsInput, Period } from "./contract.ts";
import { periodBefore, resolvePeriod } from "./resolve-period.ts";

type Asked<Input> = Input &
  Pick<AnalyticsInput, "timeZone" | "from" | "to"> & { compare?: boolean };

/** What figures are read of, from the period before on where there is to be one, and what a reply says of it. */
export function openPeriod<Input extends object>({ timeZone, compare, ...asked }: Asked<Input>) {
  const period = resolvePeriod({ ...asked, timeZone }, new Date());
  if (period.from >= period.to) {
    throw new DomainError("invalid", "analytics.empty_period", "The time ends before it begins.");
  }
  const before: Period | null = compare ? periodBefore(period, timeZone) : null;
  const slice = {
    ...asked,
    ...period,
    ...(before && { from: before.from, splitAt: period.from }),
  };
  return { head: { ...period, before }, slice };
}

/** The same of one twin. */
export async function openSlice(
  tx: TenantTx,
  asked: Asked<Omit<AnalyticsInput, "compare">>,
): Promise<{ head: Period & { twinId: string; before: Period | null }; slice: FiguresSlice }> {
  const { twinId } = asked;
  await requireTwin(tx, twinId);
  const { head, slice } = openPeriod(asked);
  return { head: { twinId, ...head }, slice: { ...slice, twinId } };
}
