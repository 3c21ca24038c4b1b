import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { ConsentText, LeadCapture } from "../visitor/lead.ts";

export const ShareLink = z.object({
  id: Id,
  twinId: Id,
  name: z.string(),
  slug: z.string(),
  url: z.string(),
  /** Made at random, so that nobody guesses it. */
  isUnlisted: z.boolean(),
  isOn: z.boolean(),
  hasPassword: z.boolean(),
  expiresAt: Timestamp.nullable(),
  visitorLimit: z.int().nullable(),
  messageLimit: z.int().nullable(),
  /** The groups that its visitors are in. */
  accessGroupIds: z.array(Id),
  /** The sources that alone it answers from, with what came with them; null: it has no such bound. */
  sourceIds: z.array(Id).nullable(),
  leadCapture: LeadCapture,
  consentText: z.string(),
  figures: z.object({
    visitors: z.int(),
    questions: z.int(),
    /** Of the questions that got an answer to its end, from 0 to 1; null before the first. */
    answeredShare: z.number().nullable(),
    lastUsedAt: Timestamp.nullable(),
  }),
  createdAt: Timestamp,
});
export type ShareLink = z.infer<typeof ShareLink>;

const Name = z.string().trim().min(1, "A link needs a name.").max(80);
/** Not in the shape of a key, so that neither is ever taken for the other. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:-?[a-z0-9]){3,59}$/, "4 to 60 lower-case letters, digits and single hyphens");
const Password = z.string().min(6, "A password has 6 characters or more.").max(200);
const Scope = z.array(Id).min(1, "Choose a source.").max(1_000);
const Count = z.int().min(1).max(10_000_000);

export const CreateShareLinkInput = z.object({
  twinId: Id,
  name: Name.default("Link"),
  slug: Slug.optional(),
  password: Password.optional(),
  expiresAt: Timestamp.optional(),
  visitorLimit: Count.optional(),
  messageLimit: Count.optional(),
  accessGroupIds: AccessGroupIds.default([]),
  sourceIds: Scope.optional(),
  leadCapture: LeadCapture.default("off"),
  consentText: ConsentText.default(""),
});
/** Null takes away what was set. */
export const UpdateShareLinkInput = z.object({
  shareLinkId: Id,
  name: Name.optional(),
  isOn: z.boolean().optional(),
  password: Password.nullable().optional(),
  expiresAt: Timestamp.nullable().optional(),
  visitorLimit: Count.nullable().optional(),
  messageLimit: Count.nullable().optional(),
  accessGroupIds: AccessGroupIds.optional(),
  sourceIds: Scope.nullable().optional(),
  leadCapture: LeadCapture.optional(),
  consentText: ConsentText.optional(),
});
export const ShareLinkRef = z.object({ shareLinkId: Id });
export const ListShareLinksInput = PageInput.extend({ twinId: Id });
export const ShareLinkPage = pageOf(ShareLink);
