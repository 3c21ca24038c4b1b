import type { TranscriptSegment } from "youtube-transcript-plus";

/** WebVTT, the way a transcript is kept: it can be downloaded, and parsed like one that was uploaded. */
export function writeVtt(title: string | null, segments: readonly TranscriptSegment[]): string {
  const header = title ? `WEBVTT - ${onOneLine(title)}` : "WEBVTT";
  const cues = segments.map(({ text, offset, duration }) => {
    return `${timestamp(offset)} --> ${timestamp(offset + duration)}\n${onOneLine(text)}`;
  });
  return `${[header, ...cues].join("\n\n")}\n`;
}

/** Entities that are written already stay: the service writes its own twice over. */
function onOneLine(text: string): string {
  return text
    .replace(/&(?!(?:#\d{2,6}|[a-z]{2,6});)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\s+/g, " ")
    .trim();
}

function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1_000);
  const [hours, minutes] = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
  ];
  const rest = ((milliseconds % 60_000) / 1_000).toFixed(3).padStart(6, "0");
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}:${rest}`;
}
