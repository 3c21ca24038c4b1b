const HEIGHT = 20;
const BAR = 5;
const GAP = 2;

/** People in each of the last weeks, the latest last; told in words to who cannot see it. */
export function Sparkline({ trend }: { trend: readonly number[] }) {
  const most = Math.max(1, ...trend);
  const latest = trend.at(-1) ?? 0;
  const before = trend.at(-2) ?? 0;
  const width = trend.length * (BAR + GAP) - GAP;
  return (
    <svg
      role="img"
      aria-label={`${latest} this week, ${before} the week before`}
      width={width}
      height={HEIGHT}
      className="shrink-0 max-sm:hidden"
    >
      <title>{`By week: ${trend.join(", ")}`}</title>
      {trend.map((people, week) => {
        const height = people === 0 ? 1 : Math.max(3, (people / most) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place.
            key={week}
            x={week * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1}
            className={week === trend.length - 1 ? "fill-accent-text" : "fill-faint"}
          />
        );
      })}
    </svg>
  );
}
