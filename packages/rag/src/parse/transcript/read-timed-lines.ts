import type { Cue } from "./cue.ts";

const TIME = String.raw`[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:\.\d{1,3})?[\])]?`;
const ALONE = new RegExp(`^${TIME}$`);
const BEFORE_TEXT = new RegExp(`^${TIME}[\\s\\-–:]+(\\S.*)$`);
const AFTER_NAME = new RegExp(
  String.raw`^(\p{Lu}[\p{L}\p{M}\d .'’-]{0,40}?)[\s,|]+${TIME}:?$`,
  "u",
);
const FEWEST = 4;
const LEAST_SHARE = 0.2;
// What begins later is a timetable.
const LATEST_START_SECONDS = 120;
const LONGEST_PREFACE_LINES = 20;

export interface TimedLines {
  /** What stands before the first time. */
  preface: string;
  cues: Cue[];
}

/**
 * The cues of a transcript as people copy it from a player or a meeting: times on lines of their own,
 * before the words, or after a speaker's name. Undefined where the lines are no such thing.
 */
export function readTimedLines(text: string): TimedLines | undefined {
  const cues: Cue[] = [];
  const preface: string[] = [];
  let lineCount = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    lineCount += 1;
    const opened = openCue(line);
    const last = cues.at(-1);
    if (opened) cues.push(opened);
    else if (last) last.text += (last.text && " ") + line;
    else if (preface.length < LONGEST_PREFACE_LINES) preface.push(line);
    else return undefined;
  }
  if (cues.length < Math.max(FEWEST, lineCount * LEAST_SHARE) || !runsOn(cues)) return undefined;
  const timed = cues
    .map((cue, i) => ({ ...cue, endSeconds: cues[i + 1]?.startSeconds ?? cue.startSeconds! }))
    .filter((cue) => cue.text !== "");
  return { preface: preface.join("\n"), cues: timed };
}

function runsOn(cues: readonly Cue[]): boolean {
  const starts = cues.map(({ startSeconds = 0 }) => startSeconds);
  return (
    starts[0]! <= LATEST_START_SECONDS && starts.every((at, i) => i === 0 || at >= starts[i - 1]!)
  );
}

function openCue(line: string): Cue | undefined {
  const alone = ALONE.exec(line);
  if (alone) return { startSeconds: seconds(alone[1]!), text: "" };
  const before = BEFORE_TEXT.exec(line);
  if (before) return { startSeconds: seconds(before[1]!), text: before[2]! };
  const after = AFTER_NAME.exec(line);
  return after ? { startSeconds: seconds(after[2]!), speaker: after[1]!, text: "" } : undefined;
}

function seconds(time: string): number {
  return time.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
