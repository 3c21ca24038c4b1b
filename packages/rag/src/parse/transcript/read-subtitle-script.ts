import type { Cue } from "./cue.ts";

const FIELDS = [
  "layer",
  "start",
  "end",
  "style",
  "name",
  "marginl",
  "marginr",
  "marginv",
  "effect",
  "text",
];
const TIME = /^(\d+):(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/;
const OVERRIDE = /(\{[^{}]*\})/;
const DRAWING = /\\p(\d)/;

/** Whether a text is a script of subtitles as Aegisub writes it (ASS, SSA). */
export function isSubtitleScript(opening: string): boolean {
  return /^\s*\[Script Info\]/i.test(opening);
}

/** What is said in a script of subtitles; its remarks, drawings and styles are left out. */
export function readSubtitleScript(source: string): Cue[] {
  let fields = FIELDS;
  const cues: Cue[] = [];
  for (const line of source.split("\n")) {
    const [, kind, value = ""] = /^(Format|Dialogue):\s*(.*)$/i.exec(line) ?? [];
    if (kind?.toLowerCase() === "format") {
      const named = value.split(",").map((name) => name.trim().toLowerCase());
      if (named.includes("text")) fields = named;
    } else if (kind) {
      const cue = readDialogue(value, fields);
      if (cue) cues.push(cue);
    }
  }
  return cues.sort((a, b) => (a.startSeconds ?? 0) - (b.startSeconds ?? 0));
}

/** The last field is the text, in which commas part nothing. */
function readDialogue(value: string, fields: readonly string[]): Cue | undefined {
  const parts = value.split(",");
  const last = fields.length - 1;
  const field = (name: string) => parts[fields.indexOf(name)]?.trim() ?? "";
  const text = wordsOf(parts.slice(last).join(","));
  const [startSeconds, endSeconds] = [seconds(field("start")), seconds(field("end"))];
  if (text === "" || startSeconds === undefined || endSeconds === undefined) return undefined;
  const speaker = field("name") || field("actor");
  // What older writers put where nobody is named.
  return { text, startSeconds, endSeconds, ...(speaker && speaker !== "NTP" && { speaker }) };
}

/** Without what sets them, and without shapes that are drawn. */
function wordsOf(written: string): string {
  let words = "";
  let isDrawing = false;
  for (const part of written.split(OVERRIDE)) {
    if (part.startsWith("{"))
      isDrawing = (DRAWING.exec(part)?.[1] ?? (isDrawing ? "1" : "0")) !== "0";
    else if (!isDrawing) words += part;
  }
  return words
    .replace(/\\[Nnh]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function seconds(time: string): number | undefined {
  const [, hours, minutes, rest] = TIME.exec(time) ?? [];
  return hours === undefined
    ? undefined
    : Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
}

/** What the script calls itself. */
export function subtitleTitle(source: string): string | undefined {
  const title = /^Title:\s*(.+)$/im.exec(source.slice(0, 4_000))?.[1]?.trim();
  return title && !/^(?:default aegisub file|untitled|<untitled>)$/i.test(title)
    ? title
    : undefined;
}
