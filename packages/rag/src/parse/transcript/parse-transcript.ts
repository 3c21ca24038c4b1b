import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import { addCues } from "./add-cues.ts";
import { decodeEntities } from "./decode-entities.ts";
import { nameSpeakers } from "./name-speakers.ts";
import { readCues } from "./read-cues.ts";
import { isSubtitleScript, readSubtitleScript, subtitleTitle } from "./read-subtitle-script.ts";

/** WebVTT, SubRip or a script of subtitles (ASS): one block a cue with its times and its speaker. */
export function parseTranscript(bytes: Uint8Array): ParsedDocument {
  const source = normalizeText(decodeText(bytes));
  const builder = createDocumentBuilder();
  const isScript = isSubtitleScript(source);
  addCues(builder, nameSpeakers(isScript ? readSubtitleScript(source) : readCues(source)));
  return builder.finish({ title: isScript ? subtitleTitle(source) : headerTitle(source) });
}

/** WebVTT allows words after its signature: who writes them names what is spoken of. */
function headerTitle(source: string): string | undefined {
  const title = /^WEBVTT[ \t]+-[ \t]+(\S[^\n]*)/.exec(source)?.[1];
  return title && decodeEntities(title);
}
