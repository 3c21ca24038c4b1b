export interface Cue {
  startSeconds: number;
  endSeconds: number;
  speaker?: string;
  text: string;
}

const TIMING =
  /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s+-->\s+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/;
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/;

/** The cues of WebVTT or SubRip; what stands before the first timing, notes and styles are left out. */
export function readCues(source: string): Cue[] {
  return source.split(/\n[ \t]*\n/).flatMap((block) => {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMING.test(line));
    const timing = TIMING.exec(lines[at] ?? "");
    if (!timing) return [];
    const content = lines.slice(at + 1).join(" ");
    const text = content
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const speaker = VOICE.exec(content)?.[1]?.trim();
    const times = { startSeconds: seconds(timing[1]!), endSeconds: seconds(timing[2]!) };
    return text === ""
      ? []
      : [{ ...times, ...(speaker && { speaker }), text: decodeEntities(text) }];
  });
}

function seconds(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((total, part) => total * 60 + Number(part), 0);
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
  lrm: "",
  rlm: "",
};

function decodeEntities(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
