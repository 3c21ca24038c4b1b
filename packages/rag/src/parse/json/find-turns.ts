import type { Cue } from "../transcript/cue.ts";
import { isObject } from "./is-object.ts";
import { joinWords } from "./join-words.ts";
import { type RawTurn, readTurn } from "./turn-fields.ts";
import { inSeconds } from "./turn-times.ts";

export interface Turns {
  title?: string;
  cues: Cue[];
}

interface Candidate {
  turns: RawTurn[];
  title?: string;
  speakers: number;
  characters: number;
  /** Lists of whole recordings are such ones too. */
  isTimedByWords: boolean;
}

const MAX_DEPTH = 6;
const LIKE_THE_FULLEST = 0.8;

/**
 * What is spoken in a JSON value: a list of entries with words and either a speaker or a time each, as
 * transcription services write it. Of several such lists of one recording, that with the speakers and
 * the fewest, longest entries.
 */
export function findTurns(value: unknown): Turns | undefined {
  const candidates = [...listCandidates(value, { depth: 0 })];
  const fullest = Math.max(0, ...candidates.map(({ characters }) => characters));
  const [best] = candidates
    .filter(({ characters }) => characters >= fullest * LIKE_THE_FULLEST)
    .sort(
      (a, b) =>
        Number(a.isTimedByWords) - Number(b.isTimedByWords) ||
        b.speakers - a.speakers ||
        a.turns.length - b.turns.length,
    );
  if (!best) return undefined;
  return { cues: joinWords(inSeconds(best.turns)), ...(best.title && { title: best.title }) };
}

interface Place {
  depth: number;
  title?: string;
}

function* listCandidates(value: unknown, { depth, title }: Place): Generator<Candidate> {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return;
  const turns = Array.isArray(value) ? readTurns(value) : undefined;
  if (turns) yield { ...turns, ...(title && { title }) };
  const own = isObject(value) ? titleOf(value) : undefined;
  for (const child of Object.values(value)) {
    yield* listCandidates(child, { depth: depth + 1, title: own ?? title });
  }
}

function titleOf({ title, topic }: Record<string, unknown>): string | undefined {
  return [title, topic].find((text): text is string => typeof text === "string");
}

const MOST_WITHOUT_WORDS = 0.2;
const MOST_ASIDE = 0.2;

function readTurns(list: readonly unknown[]): Candidate | undefined {
  const turns = list.flatMap((item) => readTurn(item) ?? []);
  const spoken = turns.filter(({ text }) => text !== "");
  const withoutWords = list.length - turns.length;
  if (spoken.length < 1 || withoutWords > Math.max(1, list.length * MOST_WITHOUT_WORDS))
    return undefined;
  const named = spoken.filter(({ speaker }) => speaker !== undefined).length / spoken.length;
  const timed = spoken.filter(({ start }) => start !== undefined).length / spoken.length;
  const isConversation = named > 0.5 && spoken.length > 1;
  if (!isConversation && timed < 0.5) return undefined;
  const characters = spoken.reduce((sum, { text }) => sum + text.length, 0);
  const aside = spoken.reduce((sum, { asideCharacters }) => sum + asideCharacters, 0);
  if (aside > characters * MOST_ASIDE) return undefined;
  const isTimedByWords = spoken.some((turn) => turn.isTimedByWords);
  return { turns: spoken, speakers: named > 0.5 ? 1 : 0, characters, isTimedByWords };
}
