import { type Fields, isObject } from "./is-object.ts";
import { readTime } from "./read-time.ts";

/** One entry of a list of turns as it stands there, times in whatever unit the list uses. */
export interface RawTurn {
  text: string;
  speaker?: string;
  start?: number;
  end?: number;
  /** A mark that is set without a space before it. */
  isMark: boolean;
  /** How much the entry says beside its words, which a transcript would lose. */
  asideCharacters: number;
  /** Its time is that of the words that it lists. */
  isTimedByWords: boolean;
}

const TEXT = [
  "punctuated_word",
  "text",
  "content",
  "transcript",
  "message",
  "utterance",
  "sentence",
  "body",
  "display",
  "word",
  "value",
];
const SPEAKER = [
  "user_profile",
  "speakerdisplayname",
  "speaker_name",
  "speakername",
  "speaker",
  "speaker_label",
  "speaker_tag",
  "speakertag",
  "speaker_id",
  "speakerid",
  "username",
  "users",
  "participant",
  "role",
  "author",
  "from",
  "user",
  "sender",
];
const START = [
  "start",
  "start_time",
  "starttime",
  "start_offset",
  "startoffset",
  "startms",
  "start_ms",
  "tstartms",
  "offset",
  "ts",
  "begin",
  "offsets",
  "timestamps",
  "timestamp",
  "time",
  "starts_at",
];
const END = [
  "end",
  "end_time",
  "endtime",
  "end_offset",
  "endoffset",
  "endms",
  "end_ms",
  "end_ts",
  "offsets",
  "timestamps",
  "ends_at",
];
const NAME = ["name", "real_name", "username", "displayname", "display_name", "id"];

/** Undefined for what is no turn: no object, or one without words. */
export function readTurn(value: unknown): RawTurn | undefined {
  if (!isObject(value)) return undefined;
  const fields = lowerKeys(value);
  const words = lowerKeys(firstOf(fields.alternatives ?? fields.nbest));
  const text =
    pieces(fields.elements) ?? pieces(fields.segs) ?? findText(fields) ?? findText(words);
  if (text === undefined) return undefined;
  const parts = fields.elements ?? words.words ?? fields.words;
  const first = lowerKeys(firstOf(parts));
  const last = lowerKeys(Array.isArray(parts) ? parts.findLast(hasEnd) : undefined);
  const ownStart = readTime(pick(fields, START), "from");
  const start = ownStart ?? readTime(pick(first, START), "from");
  const duration = readTime(fields.duration ?? fields.dur ?? fields.ddurationms, "");
  const end =
    readTime(pick(fields, END), "to") ??
    (start !== undefined && duration !== undefined ? start + duration : undefined) ??
    readTime(pick(last, END), "to");
  const speaker = [fields, words, first].map((level) => nameOf(pick(level, SPEAKER))).find(Boolean);
  const isMark = /^punct/.test(String(fields.type ?? ""));
  return {
    text: text.trim(),
    isMark,
    asideCharacters: countAside(fields, text),
    isTimedByWords: ownStart === undefined && start !== undefined,
    ...(speaker && { speaker }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}

function lowerKeys(value: unknown): Fields {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}

function hasEnd(part: unknown): boolean {
  return pick(lowerKeys(part), END) !== undefined;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function pick(fields: Fields, keys: readonly string[]): unknown {
  return keys.map((key) => fields[key]).find((value) => value !== undefined && value !== null);
}

function findText(fields: Fields): string | undefined {
  const text = TEXT.map((key) => fields[key]).find((value) => typeof value === "string");
  return text as string | undefined;
}

function countAside(fields: Fields, text: string): number {
  const known = new Set([...TEXT, ...SPEAKER, ...START, ...END]);
  return Object.entries(fields).reduce((sum, [key, value]) => {
    const isPhrase = typeof value === "string" && value.includes(" ") && value !== text;
    return isPhrase && !known.has(key) && !key.includes("text") ? sum + value.length : sum;
  }, 0);
}

/** Words and marks of one turn, spaces among them. */
function pieces(value: unknown): string | undefined {
  if (!Array.isArray(value) || !value.every(isObject)) return undefined;
  const texts = value.map((item) => item.value ?? item.utf8);
  return texts.includes(undefined) ? undefined : texts.map(String).join("");
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "number") return `Speaker ${value}`;
  if (typeof value === "string") return value.trim().replace(/:$/, "") || undefined;
  if (Array.isArray(value)) return nameOf(value[0]);
  return isObject(value) ? nameOf(pick(lowerKeys(value), NAME)) : undefined;
}
