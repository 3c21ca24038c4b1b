import type { Boundaries } from "@understudy/core/policy/contract";
import type { Twin } from "@understudy/core/twin/contract";

export const CHARACTER_FIELDS = [
  "name",
  "handle",
  "headline",
  "bio",
  "avatarUrl",
  "purpose",
  "instructions",
  "speakingStyle",
  "answerLength",
  "strictness",
  "language",
  "firstMessage",
  "starterQuestions",
  "noAnswerMessage",
  "boundaries",
] as const;

export type Character = Pick<Twin, (typeof CHARACTER_FIELDS)[number]>;

export function pickCharacter(twin: Twin): Character {
  return Object.fromEntries(CHARACTER_FIELDS.map((field) => [field, twin[field]])) as Character;
}

export type CharacterChanges = Partial<Omit<Character, "boundaries">> & {
  boundaries?: Partial<Boundaries>;
};

/** What was changed, and nothing else: two people who edit different fields don't undo each other. */
export function findChanges(saved: Character, draft: Character): CharacterChanges {
  const { boundaries: _, ...changed } = pickChanged(saved, draft);
  const boundaries = pickChanged(saved.boundaries, tidy(draft.boundaries));
  return { ...changed, ...(Object.keys(boundaries).length > 0 && { boundaries }) };
}

function pickChanged<Fields extends object>(saved: Fields, draft: Fields): Partial<Fields> {
  const fields = Object.keys(draft) as (keyof Fields)[];
  const changed = fields.filter(
    (field) => JSON.stringify(saved[field]) !== JSON.stringify(draft[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, draft[field]])) as Partial<Fields>;
}

/** Lines that were left empty while typing are no examples. */
function tidy(boundaries: Boundaries): Boundaries {
  const filled = <Topic extends { examples: string[] }>(topic: Topic): Topic => ({
    ...topic,
    examples: topic.examples.map((example) => example.trim()).filter((example) => example !== ""),
  });
  return {
    ...boundaries,
    allowedTopics: boundaries.allowedTopics.map(filled),
    refusedTopics: boundaries.refusedTopics.map(filled),
    disclaimers: boundaries.disclaimers.map(({ topic, ...rest }) => ({
      ...rest,
      topic: topic && filled(topic),
    })),
  };
}
