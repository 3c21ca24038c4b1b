import { formatAgo, formatMoment } from "#lib/format-time.ts";

/** How long ago something was, with its moment for who points at it. */
export function Ago({ at, now }: { at: string; now: number }) {
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {formatAgo(at, now)}
    </time>
  );
}
