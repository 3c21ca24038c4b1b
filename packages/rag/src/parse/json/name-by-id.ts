import type { Cue } from "../transcript/cue.ts";
import { type Fields, isObject } from "./is-object.ts";

const MAX_DEPTH = 3;

/** Gives speakers that are numbered the names that a list of speakers beside the turns has for them. */
export function nameById(cues: readonly Cue[], value: unknown): Cue[] {
  const names = new Map(listNames(value, 0));
  if (names.size === 0) return [...cues];
  return cues.map(({ speaker, ...cue }) => {
    const name = speaker && (names.get(speaker.replace(/^Speaker (?=\d+$)/, "")) ?? speaker);
    return { ...cue, ...(name && { speaker: name }) };
  });
}

function* listNames(value: unknown, depth: number): Generator<[id: string, name: string]> {
  if (!isObject(value) || depth > MAX_DEPTH) return;
  const { speakers } = value;
  for (const speaker of Array.isArray(speakers) ? speakers.filter(isObject) : []) {
    const name = nameOf(speaker);
    if (speaker.id !== undefined && name) yield [String(speaker.id), name];
  }
  for (const child of Object.values(value)) yield* listNames(child, depth + 1);
}

function nameOf({ name, speaker_name: speakerName }: Fields): string | undefined {
  return [name, speakerName].find((one): one is string => typeof one === "string" && one !== "");
}
