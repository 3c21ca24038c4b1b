import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { pageOf } from "../kernel/page.ts";
import { Boundaries } from "../policy/contract.ts";
import { Picture } from "./picture.ts";

const line = (max: number) => z.string().trim().max(max);
const prose = (max: number) => z.string().trim().max(max);

export const Handle = z
  .string()
  .regex(/^[a-z0-9](?:-?[a-z0-9]){2,39}$/, "3 to 40 lower-case letters, digits and single hyphens");

export const Strictness = z.enum(["strict", "adaptive", "creative"]);
export const AnswerLength = z.enum(["short", "medium", "long"]);

/** Who the twin is and how it speaks; everything but the name may stay empty. */
export const Character = z.object({
  headline: line(160),
  bio: prose(4_000),
  /** Its picture, as a data URL. */
  avatarUrl: Picture.nullable(),
  purpose: prose(2_000),
  instructions: prose(8_000),
  speakingStyle: prose(2_000),
  answerLength: AnswerLength,
  strictness: Strictness,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable(),
  firstMessage: prose(1_000),
  starterQuestions: z.array(line(200).min(1)).max(8),
  noAnswerMessage: prose(1_000),
  boundaries: Boundaries,
});

export const Twin = Character.extend({
  id: Id,
  handle: Handle,
  name: z.string(),
  sourceCount: z.int(),
  /** What visitors get; null while nothing was published. */
  currentReleaseId: Id.nullable(),
  archivedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Twin = z.infer<typeof Twin>;

export const MAX_NAME_CHARACTERS = 80;
const Name = line(MAX_NAME_CHARACTERS).min(1, "A twin needs a name.");

/** A part of the boundaries that is not given stays as it is. */
const CharacterChanges = Character.partial().extend({
  boundaries: Boundaries.partial().optional(),
});

export const CreateTwinInput = CharacterChanges.extend({
  name: Name,
  handle: Handle.optional(),
});
export const UpdateTwinInput = CharacterChanges.extend({
  twinId: Id,
  name: Name.optional(),
  handle: Handle.optional(),
});
export const TwinRef = z.object({ twinId: Id });
/** Without a name it is named after the first. */
export const DuplicateTwinInput = TwinRef.extend({ name: Name.optional() });
export const TwinPage = pageOf(Twin);
