import type { Cue } from "../transcript/cue.ts";
import type { RawTurn } from "./turn-fields.ts";

export type TimedTurn = Cue & Pick<RawTurn, "isMark">;

/** Seconds, milliseconds, samples of 16 kHz, and ticks of 100 ns. */
const UNITS_PER_SECOND = [1, 1_000, 16_000, 10_000_000];
const CHARACTERS_PER_SECOND = 14;
const LATEST_SECONDS = 1_000_000;

/** Services count in different units and rarely say in which: people speak at about one pace. */
export function inSeconds(turns: readonly RawTurn[]): TimedTurn[] {
  const unit = guessUnit(turns);
  return turns.map(({ start, end, text, speaker, isMark }) => ({
    text,
    isMark,
    ...(speaker && { speaker }),
    ...(unit && start !== undefined && { startSeconds: start / unit }),
    ...(unit && end !== undefined && { endSeconds: end / unit }),
  }));
}

/** Undefined where the numbers are no times of a recording but dates. */
function guessUnit(turns: readonly RawTurn[]): number | undefined {
  const times = turns.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
  if (times.length === 0) return undefined;
  const span = spokenSpan(turns, times);
  const characters = turns.reduce((sum, { text }) => sum + text.length, 0);
  const isWhole = times.every(Number.isInteger);
  const fits = UNITS_PER_SECOND.filter((unit) => unit === 1 || isWhole);
  const distance = (unit: number) =>
    Math.abs(
      Math.log((characters / Math.max(span, 1e-6)) * unit) - Math.log(CHARACTERS_PER_SECOND),
    );
  const unit = fits.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  return Math.max(...times) / unit > LATEST_SECONDS ? undefined : unit;
}

function spokenSpan(turns: readonly RawTurn[], times: readonly number[]): number {
  const lengths = turns.map(({ start, end }) =>
    start === undefined || end === undefined ? 0 : end - start,
  );
  const spoken = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
  return spoken > 0
    ? spoken
    : times.reduce((most, time) => Math.max(most, time), 0) - Math.min(...times.slice(0, 1_000));
}
