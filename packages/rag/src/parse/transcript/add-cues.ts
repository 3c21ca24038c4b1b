import type { DocumentBuilder } from "../document-builder.ts";
import type { Cue } from "./cue.ts";

const PAUSE_SECONDS = 4;
const LONGEST_PARAGRAPH = 1_500;

/** One block a cue with its times; a change of speaker, a pause or sheer length parts paragraphs. */
export function addCues(builder: DocumentBuilder, cues: Iterable<Cue>): void {
  let speaker: string | undefined;
  let endSeconds: number | undefined;
  let length = 0;
  let last = "";
  for (const cue of cues) {
    const { text, isTurn = false, ...times } = cue;
    const isNewSpeaker = cue.speaker !== undefined && cue.speaker !== speaker;
    const isTimed = cue.startSeconds !== undefined && endSeconds !== undefined;
    const isPause = !isTimed || cue.startSeconds! - endSeconds! >= PAUSE_SECONDS;
    const isLong = length > LONGEST_PARAGRAPH && /[.!?。！？]["”’]?$/.test(last);
    const runsOn = !isNewSpeaker && !isTurn && !isPause && !isLong;
    speaker = cue.speaker ?? (isTurn ? undefined : speaker);
    endSeconds = cue.endSeconds;
    const opens = cue.speaker !== undefined && (isNewSpeaker || !isTimed);
    const spoken = opens ? `${cue.speaker}: ${text}` : text;
    length = runsOn ? length + spoken.length : spoken.length;
    last = text.trimEnd();
    const fields = { kind: "paragraph", ...times, ...(speaker && { speaker }) } as const;
    builder.add(fields, spoken, runsOn ? "continues" : undefined);
  }
}
