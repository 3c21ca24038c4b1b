import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import type { Cue } from "../transcript/cue.ts";
import { decodeEntities } from "../transcript/decode-entities.ts";

const CLOCK = /^(?:(\d+):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)(?::\d{1,3})?$/;
const UNITS: Record<string, number> = { h: 3_600, m: 60, s: 1, ms: 0.001, t: 1e-7 };
const FEWEST = 2;

/** Captions of TTML and of YouTube's own formats; none where the XML is something else. */
export function readTimedXml(xml: string): Cue[] {
  const cues: Cue[] = [];
  let cue: Cue | undefined;
  scanXml(xml, {
    open(name, tag) {
      if (name === "br" && cue) cue.text += " ";
      if (name === "p" || name === "text") cue = openCue(tag);
    },
    close(name) {
      if (name !== "p" && name !== "text") return;
      const text = decodeEntities(cue?.text ?? "")
        .replace(/\s+/g, " ")
        .trim();
      if (cue && text !== "") cues.push({ ...cue, text });
      cue = undefined;
    },
    text(value) {
      if (cue) cue.text += value;
    },
  });
  return cues.length < FEWEST ? [] : cues;
}

/** TTML has `begin` and `end`, YouTube `start` and `dur` in seconds or `t` and `d` in thousandths. */
function openCue(tag: string): Cue | undefined {
  const milliseconds = xmlAttribute(tag, "t");
  const begin = xmlAttribute(tag, "begin") ?? xmlAttribute(tag, "start");
  const startSeconds = milliseconds ? Number(milliseconds) / 1_000 : readTime(begin);
  if (startSeconds === undefined || Number.isNaN(startSeconds)) return undefined;
  const long = milliseconds
    ? Number(xmlAttribute(tag, "d") ?? 0) / 1_000
    : readTime(xmlAttribute(tag, "dur"));
  const endSeconds = readTime(xmlAttribute(tag, "end")) ?? startSeconds + (long ?? 0);
  return { text: "", startSeconds, endSeconds: Math.round(endSeconds * 1_000) / 1_000 };
}

function readTime(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const [, hours = "0", minutes, seconds] = CLOCK.exec(value) ?? [];
  if (minutes && seconds)
    return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
  const [, amount, unit = "s"] = /^([\d.]+)(h|ms|m|s|t)?$/.exec(value) ?? [];
  return amount === undefined ? undefined : Number(amount) * UNITS[unit]!;
}
