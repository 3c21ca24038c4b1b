import { LIMIT_PERIODS, VISITOR_SOURCES } from "@understudy/db/column-values";
import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

export const MOST_AT_ONCE = 200;
export const MAX_CSV_CHARACTERS = 900_000;
export const MAX_PREVIEW_ROWS = 200;

export const Source = z.enum(VISITOR_SOURCES);
export const Name = z.string().trim().max(120);
export const Tag = z.string().trim().min(1).max(40);
export const Tags = z.array(Tag).max(20);
export const Note = z.string().trim().max(4_000);

/** Which of a twin's people. */
export const AudienceFilter = z.object({
  /** Words that begin a name, an address or what the owner's systems call someone. */
  search: z.string().trim().max(200).optional(),
  tag: Tag.optional(),
  accessGroupId: Id.optional(),
  source: Source.optional(),
  firstSeenFrom: Timestamp.optional(),
  firstSeenTo: Timestamp.optional(),
  lastSeenFrom: Timestamp.optional(),
  lastSeenTo: Timestamp.optional(),
  blocked: z.boolean().optional(),
  /** They agreed to words that were shown to them. */
  consent: z.boolean().optional(),
});
export type AudienceFilter = z.infer<typeof AudienceFilter>;

export const ListAudienceInput = PageInput.extend({ twinId: Id }).extend({
  ...AudienceFilter.shape,
  sort: z.enum(["lastSeen", "messages"]).default("lastSeen"),
});

const GroupOfPerson = z.object({
  id: Id,
  name: z.string(),
  /** Somebody put them there; else by the way they came, or by an address that is in it. */
  isByName: z.boolean(),
});

export const LimitUsed = z.object({
  accessGroupId: Id,
  accessGroup: z.string(),
  period: z.enum(LIMIT_PERIODS),
  used: z.int(),
  most: z.int(),
});

/** One of the people who talk to a twin, in whichever browsers they proved to be that one. */
export const AudienceVisitor = z.object({
  id: Id,
  twinId: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** What the owner's own systems call them. */
  externalId: z.string().nullable(),
  /** The customer's server vouches for it, or a code that was mailed came back. */
  isVerified: z.boolean(),
  source: Source,
  tags: z.array(z.string()),
  groups: z.array(GroupOfPerson),
  isBlocked: z.boolean(),
  blockedAt: Timestamp.nullable(),
  blockedReason: z.string().nullable(),
  hasConsent: z.boolean(),
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  figures: z.object({
    conversations: z.int(),
    /** Questions they asked. */
    messages: z.int(),
    limits: z.array(LimitUsed),
  }),
});
export type AudienceVisitor = z.infer<typeof AudienceVisitor>;
export const AudienceList = z.object({ items: z.array(AudienceVisitor) });
export const AudiencePage = pageOf(AudienceVisitor).extend({
  /** On the first page: how many there are, counted to 1,000 and no further. */
  count: z.int().nullable(),
  /** On the first page: the tags in use. */
  tags: z.array(z.string()).nullable(),
});

export const Consent = z.object({
  at: Timestamp,
  /** The words they agreed to. */
  text: z.string(),
  channel: z.string().nullable(),
  /** The link or widget they came by, as it was called then. */
  way: z.string().nullable(),
  wayId: Id.nullable(),
  /** The site that the page is of. */
  origin: z.string().nullable(),
});

export const VisitorRef = z.object({ visitorId: Id });
export const AudienceProfile = AudienceVisitor.extend({
  note: z.string(),
  /** What it was verified as: the subject a server signed, or the address that was proved. */
  verifiedAs: z.string().nullable(),
  verifiedAt: Timestamp.nullable(),
  consent: Consent.nullable(),
  /** Browsers that proved to be this person's; 1 without a proof. */
  browsers: z.int(),
});
export type AudienceProfile = z.infer<typeof AudienceProfile>;

export const UpdateVisitorInput = VisitorRef.extend({
  name: Name.nullable().optional(),
  tags: Tags.optional(),
  note: Note.optional(),
  /** The groups they are in by name: these and no others. */
  accessGroupIds: AccessGroupIds.optional(),
});

const Reason = z.string().trim().max(500);
export const BlockInput = VisitorRef.extend({
  /** False lets them in again. */
  blocked: z.boolean().default(true),
  reason: Reason.default(""),
});

/** Several of one twin's people at once; what is not given stays as it is. */
export const MarkInput = z.object({
  twinId: Id,
  visitorIds: z.array(Id).min(1).max(MOST_AT_ONCE),
  addTags: Tags.default([]),
  removeTags: Tags.default([]),
  addAccessGroupIds: AccessGroupIds.default([]),
  removeAccessGroupIds: AccessGroupIds.default([]),
  blocked: z.boolean().optional(),
  reason: Reason.default(""),
});

export const Csv = z.string().min(1, "The file is empty.").max(MAX_CSV_CHARACTERS);
export const ImportAudienceInput = z.object({ twinId: Id, csv: Csv });

export const ImportProblem = z.object({
  /** The line of the file, from 1. */
  line: z.int(),
  reason: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

const Counts = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
});
export type ImportCounts = z.infer<typeof Counts>;
/** What an import did. A large file is left to the job `jobId`, whose result has the counts; here they are 0 then. */
export const ImportReport = Counts.extend({
  problems: z.array(ImportProblem),
  jobId: Id.nullable(),
});
export const ImportPreview = Counts.extend({
  problems: z.array(ImportProblem),
  rows: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      email: z.string(),
      externalId: z.string(),
      tags: z.array(z.string()),
      groups: z.array(z.string()),
      effect: z.enum(["create", "update", "unchanged"]),
    }),
  ),
});

export const ExportAudienceInput = z.object({ twinId: Id, ...AudienceFilter.shape });
export const AudienceExport = z.object({
  /** Counted to 1,000 and no further. */
  visitors: z.int(),
  /** Where the CSV streams from. */
  url: z.string(),
});
