import type { Twin } from "@understudy/core/twin/contract";

export const CHARACTER_FIELDS = [
  "name",
  "handle",
  "headline",
  "bio",
  "purpose",
  "instructions",
  "speakingStyle",
  "answerLength",
  "strictness",
  "language",
  "firstMessage",
  "starterQuestions",
  "noAnswerMessage",
] as const;

export type Character = Pick<Twin, (typeof CHARACTER_FIELDS)[number]>;

export function pickCharacter(twin: Twin): Character {
  return Object.fromEntries(CHARACTER_FIELDS.map((field) => [field, twin[field]])) as Character;
}

/** What was changed, and nothing else: two people who edit different fields don't undo each other. */
export function findChanges(saved: Character, draft: Character): Partial<Character> {
  const changed = CHARACTER_FIELDS.filter(
    (field) => JSON.stringify(saved[field]) !== JSON.stringify(draft[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, draft[field]]));
}
