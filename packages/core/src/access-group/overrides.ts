import type { PlainTwinRow } from "@understudy/db/queries/twins";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Boundaries, NO_BOUNDARIES } from "../policy/contract.ts";
import { Character } from "../twin/contract.ts";

const { speakingStyle, answerLength, firstMessage, starterQuestions } = Character.shape;

/** Rules beside the twin's own: a question, and an answer, must keep to both. */
export const GroupBoundaries = Boundaries.pick({
  allowedTopics: true,
  outsideReply: true,
  refusedTopics: true,
  blockedPhrases: true,
  disclaimers: true,
});

/** How a twin speaks to a group; null, or no rules: as to everybody. */
export const GroupOverrides = z.object({
  speakingStyle: speakingStyle.nullable().default(null),
  answerLength: answerLength.nullable().default(null),
  firstMessage: firstMessage.nullable().default(null),
  starterQuestions: starterQuestions.nullable().default(null),
  boundaries: GroupBoundaries.default(GroupBoundaries.parse(NO_BOUNDARIES)),
});
export type GroupOverrides = z.infer<typeof GroupOverrides>;

/** By the group's id, as a release freezes them. */
export const OverridesByGroup = z.record(Id, GroupOverrides);
export type OverridesByGroup = z.infer<typeof OverridesByGroup>;

/** A twin as it speaks to someone. */
export interface SpokenTwin extends PlainTwinRow {
  /** Of the groups they are in: each holds beside the twin's own. */
  groupBoundaries?: readonly z.infer<typeof GroupBoundaries>[];
}

/** Of each field the first group that says something about it; of rules those of all groups. */
export function speakingTo(
  twin: PlainTwinRow,
  groupIds: readonly string[],
  overrides: OverridesByGroup,
): SpokenTwin {
  const theirs = groupIds.flatMap((groupId) => overrides[groupId] ?? []);
  if (theirs.length === 0) return twin;
  const first = <Field extends keyof GroupOverrides>(field: Field) =>
    theirs.map((one) => one[field]).find((value) => value !== null);
  return {
    ...twin,
    speakingStyle: first("speakingStyle") ?? twin.speakingStyle,
    answerLength: first("answerLength") ?? twin.answerLength,
    firstMessage: first("firstMessage") ?? twin.firstMessage,
    starterQuestions: first("starterQuestions") ?? twin.starterQuestions,
    groupBoundaries: theirs.map(({ boundaries }) => boundaries),
  };
}
