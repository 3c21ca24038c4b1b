import { FINDING_KINDS, FINDING_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { Locator, SourceKind } from "../source/contract.ts";

/** The score of each stage, null where it did not run. */
export const StageScores = z.object({
  lexical: z.number().nullable(),
  vector: z.number().nullable(),
  fused: z.number().nullable(),
  reranked: z.number().nullable(),
});

export const Passage = z.object({
  chunkId: Id,
  sourceId: Id,
  sourceTitle: z.string(),
  /** Where the source was fetched from, if it came from the web. */
  sourceUrl: z.string().optional(),
  text: z.string(),
  locator: Locator,
  /** The words are the owner's correction of what the source says there. */
  corrected: z.boolean().optional(),
  /** Its owner wants it first wherever it matches. */
  pinned: z.boolean().optional(),
  score: z.number(),
  scores: StageScores,
});
export type Passage = z.infer<typeof Passage>;

export const SearchInput = z.object({
  twinId: Id,
  query: z.string().trim().min(1).max(2_000),
  limit: z.int().min(1).max(50).default(10),
  /** For people of the workspace: what someone in these groups would find, an empty list someone in none. */
  accessGroupIds: AccessGroupIds.optional(),
});
export const SearchResult = z.object({
  passages: z.array(Passage),
  /** Milliseconds per stage. */
  timingsMs: z.record(z.string(), z.number()),
});

const FindingStatus = z.enum(FINDING_STATUSES);

/** A sentence and the passage or answer that it stands in; offsets are into the text. */
const FindingSide = z.object({
  /** Null for a verified answer. */
  chunkId: Id.nullable(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
});

/** Something about a twin's content that its owner should look at. */
export const Finding = z.object({
  id: Id,
  kind: z.enum(FINDING_KINDS),
  status: FindingStatus,
  sourceId: Id,
  sourceTitle: z.string(),
  sourceKind: SourceKind,
  otherSourceId: Id.nullable(),
  otherSourceTitle: z.string().nullable(),
  otherSourceKind: SourceKind.nullable(),
  /** Of a contradiction: the verified answer that the source contradicts. */
  verifiedAnswerId: Id.nullable(),
  verifiedQuestion: z.string().nullable(),
  /** Of a contradiction: what is said on either side, that of `sourceId` first. */
  contradiction: z
    .object({
      /** What they differ in. */
      in: z.enum(["number", "date", "negation", "name"]),
      sides: z.array(FindingSide).length(2),
    })
    .nullable(),
  /** Of one source alone: what is wrong with it, as a stable key, and where it shows. */
  fault: z.object({ because: z.string(), example: z.string().nullable() }).nullable(),
  /** Of a near duplicate: the share of the shorter text, 0 to 1, that stands in the other. */
  score: z.number().nullable(),
  createdAt: Timestamp,
});
export type Finding = z.infer<typeof Finding>;

export const FindingPage = pageOf(Finding);
export const ListFindingsInput = PageInput.extend({
  twinId: Id,
  status: FindingStatus.optional(),
  kinds: z.array(z.enum(FINDING_KINDS)).min(1).optional(),
  sourceId: Id.optional(),
});

/** How a twin's content is, as far as it was looked at. */
export const ContentHealth = z.object({
  /** What is open, by kind. */
  open: z.partialRecord(z.enum(FINDING_KINDS), z.int()),
  /** When the last look that came to its end began. */
  checkedAt: Timestamp.nullable(),
  /** The one that is under way, or waits for its turn within the minute. */
  jobId: Id.nullable(),
});
export const HealthInput = z.object({ twinId: Id });
export const FindingRef = z.object({ findingId: Id });
