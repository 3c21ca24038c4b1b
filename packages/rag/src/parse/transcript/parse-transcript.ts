import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import { readCues } from "./read-cues.ts";

const PAUSE_SECONDS = 4;

/** WebVTT or SubRip: one block a cue with its times; a change of speaker or a pause parts paragraphs. */
export function parseTranscript(bytes: Uint8Array): ParsedDocument {
  const builder = createDocumentBuilder();
  let speaker: string | undefined;
  let endSeconds = 0;
  for (const cue of readCues(normalizeText(decodeText(bytes)))) {
    const isNewSpeaker = cue.speaker !== undefined && cue.speaker !== speaker;
    const runsOn = !isNewSpeaker && cue.startSeconds - endSeconds < PAUSE_SECONDS;
    speaker = cue.speaker ?? speaker;
    endSeconds = cue.endSeconds;
    const { text, ...times } = cue;
    const spoken = isNewSpeaker ? `${cue.speaker}: ${text}` : text;
    builder.add(
      { kind: "paragraph", ...times, ...(speaker && { speaker }) },
      spoken,
      runsOn ? "continues" : undefined,
    );
  }
  return builder.finish();
}
