import type { Cue } from "./cue.ts";
import { decodeEntities } from "./decode-entities.ts";

const TIME = String.raw`(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
// SubRip and WebVTT have an arrow, YouTube's own format (SBV) a comma.
const TIMING = new RegExp(String.raw`^\s*(${TIME})(?:\s*(?:-{1,3}>|→)\s*|,)(${TIME})`);
// None reaches over the next opening: a line of nothing but openings would be read once for each.
const MARKUP = /<rt>[^<]*<\/rt>|<[^<>]*>|\{\\[^{}]*\}/g;
// Two people in one cue.
const DASH = /^\s*[-–—]\s*(?=\S)/;
const VOICE = /<v(?:\.[^\s<>]*)?\s+([^\s<>][^<>]*)>/;

/** The cues of WebVTT, SubRip or SBV; what stands before the first timing, notes and styles are left out. */
export function readCues(source: string): Cue[] {
  const cues: Cue[] = [];
  let lastLine = "";
  for (const { timing, lines } of splitCues(source)) {
    const times = { startSeconds: seconds(timing[1]!), endSeconds: seconds(timing[2]!) };
    const spoken = lines.filter((line) => cleanText(line) !== "");
    // Captions that roll upwards say the line above once more.
    while (spoken.length > 0 && cleanText(spoken[0]!) === lastLine) spoken.shift();
    lastLine = cleanText(spoken.at(-1) ?? "") || lastLine;
    for (const voice of voicesOf(spoken)) {
      const text = cleanText(voice);
      const speaker = VOICE.exec(voice)?.[1]?.trim();
      if (text !== "") cues.push({ ...times, ...(speaker && { speaker }), text });
    }
  }
  return cues;
}

function voicesOf(lines: readonly string[]): string[] {
  const isDialogue = lines.filter((line) => DASH.test(cleanText(line))).length > 1;
  const voices: string[] = [];
  for (const line of lines) {
    if (voices.length === 0 || (isDialogue && DASH.test(cleanText(line)))) voices.push(line);
    else voices.push(`${voices.pop()} ${line}`);
  }
  return voices.flatMap((voice) => voice.split(/(?=<v[.\s])/));
}

interface RawCue {
  timing: RegExpExecArray;
  lines: string[];
}

/** By their timings, since not every writer leaves an empty line between, and some leave one within. */
function splitCues(source: string): RawCue[] {
  const cues: RawCue[] = [];
  let isAside = false;
  let previous = "";
  for (const line of source.split("\n")) {
    const timing = TIMING.exec(line);
    const lines = cues.at(-1)?.lines;
    if (timing) {
      dropIdentifier(lines);
      cues.push({ timing, lines: [] });
      isAside = false;
    } else {
      isAside ||= previous === "" && /^(?:NOTE|STYLE|REGION)\b/.test(line);
      if (!isAside) lines?.push(line);
    }
    previous = line;
  }
  return cues;
}

/** A number, or any line that stands alone, before the next timing names the cue that it opens. */
function dropIdentifier(lines: string[] = []): void {
  const isAlone = lines.length > 1 && lines.at(-2)!.trim() === "";
  if (isAlone || /^\s*\d+\s*$/.test(lines.at(-1) ?? "")) lines.pop();
}

function cleanText(line: string): string {
  return decodeEntities(line.replace(MARKUP, "")).replace(/\s+/g, " ").trim();
}

function seconds(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((total, part) => total * 60 + Number(part), 0);
}
