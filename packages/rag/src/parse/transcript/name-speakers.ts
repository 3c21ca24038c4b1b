import type { Cue } from "./cue.ts";

// Television marks a change of speaker with two arrows, other captions with a dash.
const TURN = /^(?:>>+|[-–—](?=\s*\p{Lu}))\s*/u;
const NAME =
  /^\[?((?:\p{Lu}[\p{L}\p{M}.'’-]*|SPEAKER)(?:[ _](?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,3})){0,3}(?: \([^():]{1,40}\))?)\]?\s?:\s+(?=\S)/u;
const FEWEST_TURNS = 2;
// So many cues open with a name only where the transcript names whoever speaks.
const NAMED_SHARE = 0.6;

/** Names that open the words of several cues (`Ann Lee: …`), or of one where most do, are their speakers. */
export function nameSpeakers(cues: readonly Cue[]): Cue[] {
  const names = new Map<string, number>();
  for (const { text, speaker } of cues) {
    const name = speaker ?? NAME.exec(text.replace(TURN, ""))?.[1];
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const named = [...names.values()].reduce((sum, count) => sum + count, 0);
  const fewest = named > cues.length * NAMED_SHARE ? 1 : FEWEST_TURNS;
  // Where others are named, a full name is too, though it speaks once: not in the last one's name.
  const isNamed = [...names.values()].some((count) => count >= FEWEST_TURNS);
  const isSpeaker = (name: string) =>
    (names.get(name) ?? 0) >= (isNamed && name.includes(" ") ? 1 : fewest);
  return cues.map((cue) => {
    if (cue.speaker !== undefined) return cue;
    const words = cue.text.replace(TURN, "");
    const [opening, name] = NAME.exec(words) ?? [];
    if (name && opening && isSpeaker(name)) {
      return { ...cue, speaker: name, text: words.slice(opening.length) };
    }
    return words === cue.text || words === "" ? cue : { ...cue, text: words, isTurn: true };
  });
}
