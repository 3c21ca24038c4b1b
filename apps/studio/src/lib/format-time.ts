const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const absolute = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

const STEPS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** "2 hr. ago"; the day itself once it is over a month ago. */
export function formatAgo(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1_000;
  if (seconds < -30 * 86_400)
    return new Date(time).toLocaleDateString("en", { dateStyle: "medium" });
  const step = STEPS.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  return step ? relative.format(Math.round(seconds / step.seconds), step.unit) : "just now";
}

export function formatMoment(time: string): string {
  return absolute.format(new Date(time));
}

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`;
}

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium", hourCycle: "h23" });

/** "14:03:59" */
export function formatClock(time: string): string {
  return clock.format(new Date(time));
}
