import type { Cue } from "../transcript/cue.ts";
import type { TimedTurn } from "./turn-times.ts";

const WORD_CHARACTERS = 16;
const LONGEST_SENTENCE = 240;

/** Entries that are single words become sentences; longer ones stay as they are. */
export function joinWords(turns: readonly TimedTurn[]): Cue[] {
  const characters = turns.reduce((sum, { text }) => sum + text.length, 0);
  const areWords =
    characters < turns.length * WORD_CHARACTERS && !turns.some(({ text }) => text.includes(" "));
  if (!areWords) return turns.map(({ isMark: _, ...cue }) => cue);
  const cues: Cue[] = [];
  for (const { isMark, ...word } of turns) {
    const last = cues.at(-1);
    if (last && (isMark || goesOn(last, word))) {
      last.text += (isMark ? "" : " ") + word.text;
      if (word.endSeconds !== undefined) last.endSeconds = word.endSeconds;
    } else cues.push(word);
  }
  return cues;
}

function goesOn(sentence: Cue, word: Cue): boolean {
  if (sentence.speaker !== word.speaker) return false;
  return sentence.text.length < LONGEST_SENTENCE && !/[.!?。！？]["”’]?$/.test(sentence.text);
}
