import type { HealthSpan } from "@understudy/db/queries/service-health";
import type { StateSpan } from "./contract.ts";

type State = StateSpan["state"];
interface Period {
  from: Date;
  until: Date;
}

const BADNESS: Record<State, number> = { unknown: 0, off: 1, ok: 2, degraded: 3, failed: 4 };
/** Observations come every half minute; a little more than one that was missed is still silence. */
const BRIDGED_MS = 90_000;

/** The states of one dependency from end to end of a period, at each moment the worst that a process saw. */
export function mergeSpans(seen: readonly HealthSpan[], period: Period): StateSpan[] {
  const [start, end] = [period.from.getTime(), period.until.getTime()];
  const known = bridge(seen).map(({ from, until, ...rest }) => ({
    ...rest,
    from: Math.max(start, from),
    until: Math.min(end, until),
  }));
  const edges = [...new Set([start, end, ...known.flatMap(({ from, until }) => [from, until])])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((a, b) => a - b);
  const merged: { state: State; detail: string | null; from: number; until: number }[] = [];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const until = edges[i + 1]!;
    const worst = known
      .filter((span) => span.from <= from && span.until >= until)
      .reduce<{ state: State; detail: string | null }>(
        (worse, span) => (BADNESS[span.state] > BADNESS[worse.state] ? span : worse),
        { state: "unknown", detail: null },
      );
    const last = merged.at(-1);
    if (last?.state === worst.state && last.detail === worst.detail) last.until = until;
    else merged.push({ state: worst.state, detail: worst.detail, from, until });
  }
  return merged.map(({ from, until, ...rest }) => ({
    ...rest,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
  }));
}

/** Of the time that is known, the share in which all was well, or nothing was wanted of it. */
export function shareWell(spans: readonly StateSpan[]): number | null {
  const lengthOf = ({ from, until }: StateSpan) => Date.parse(until) - Date.parse(from);
  const sum = (some: readonly StateSpan[]) =>
    some.reduce((total, span) => total + lengthOf(span), 0);
  const known = sum(spans.filter(({ state }) => state !== "unknown"));
  if (known === 0) return null;
  return sum(spans.filter(({ state }) => state === "ok" || state === "off")) / known;
}

/** A state lasts until the next one was seen, unless nobody looked for longer. */
function bridge(seen: readonly HealthSpan[]) {
  const begins = seen.map(({ beganAt }) => beganAt.getTime()).sort((a, b) => a - b);
  return seen.map(({ state, detail, beganAt, seenAt }) => {
    const last = seenAt.getTime();
    const next = begins.find((begin) => begin > last);
    const until = next !== undefined && next - last <= BRIDGED_MS ? next : last;
    return { state, detail, from: beganAt.getTime(), until };
  });
}
