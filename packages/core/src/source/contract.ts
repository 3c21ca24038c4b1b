import {
  PAGE_OUTCOMES,
  PASSAGE_CHANGES,
  PASSAGE_STATES,
  SOURCE_KINDS,
  SOURCE_STATUSES,
  SYNC_INTERVALS,
  SYNC_STATUSES,
  SYNC_TRIGGERS,
} from "@understudy/db/column-values";
import { z } from "zod";
import { Failure } from "../kernel/failure.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { Chunking } from "../reindex/chunking.ts";

export const SourceKind = z.enum(SOURCE_KINDS);
export const SourceStatus = z.enum(SOURCE_STATUSES);

/** Where a passage stands: `start` and `end` are UTF-16 offsets into the source's text as understood. */
export const Locator = z.object({
  start: z.int(),
  end: z.int(),
  page: z.int().optional(),
  pageEnd: z.int().optional(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().optional(),
  headings: z.array(z.string()).optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  startSeconds: z.number().optional(),
  endSeconds: z.number().optional(),
  speaker: z.string().optional(),
});

export const SyncInterval = z.enum(SYNC_INTERVALS);
export const PageOutcome = z.enum(PAGE_OUTCOMES);

/** One time that a source was brought up to date, and what that changed. */
export const Sync = z.object({
  id: Id,
  sourceId: Id,
  jobId: Id.nullable(),
  trigger: z.enum(SYNC_TRIGGERS),
  status: z.enum(SYNC_STATUSES),
  failure: Failure.optional(),
  /** Told apart by their text. */
  passages: z.object({ added: z.int(), kept: z.int(), removed: z.int() }),
  /** Of a site or an archive: how many of its pages or members came out how. */
  pages: z.partialRecord(PageOutcome, z.int()).nullable(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type Sync = z.infer<typeof Sync>;

export const Source = z.object({
  id: Id,
  twinId: Id,
  title: z.string(),
  kind: SourceKind,
  /** Where it was fetched from, for what came from the web; a citation can lead there. */
  url: z.string().nullable(),
  /** The address that the page gives itself, where it is on the same host. */
  canonicalUrl: z.string().nullable(),
  status: SourceStatus,
  /** Why it has failed; of a live source, `lastRefresh` says what kept it from being newer. */
  failure: Failure.optional(),
  /** A live source that is being processed again keeps answering meanwhile. */
  refreshing: z.boolean(),
  jobId: Id.nullable(),
  mediaType: z.string().nullable(),
  byteSize: z.int().nullable(),
  pageCount: z.int().nullable(),
  /** Of a PDF whose other pages have text: the pages that hold pictures alone, so that nothing of them answers. */
  picturePages: z.array(z.int()),
  wordCount: z.int().nullable(),
  chunkCount: z.int().nullable(),
  /** Only some access groups are answered from it, or nobody. */
  isRestricted: z.boolean(),
  /** The site or archive that it came with. */
  parentId: Id.nullable(),
  /** Of a member of an archive: where it stands in there. */
  archivePath: z.string().nullable(),
  /** Of a site or an archive: its pages or members. */
  pages: z
    .object({ total: z.int(), live: z.int(), processing: z.int(), failed: z.int() })
    .nullable(),
  /** How its text is cut, where it has a setting of its own. */
  chunking: Chunking.nullable(),
  /** Null: only when someone asks. */
  syncEvery: SyncInterval.nullable(),
  /** As it was where the source came from with its twin: it waits until someone turns it on. */
  pausedSyncEvery: SyncInterval.nullable(),
  nextSyncAt: Timestamp.nullable(),
  /** The newest one, also while it runs. One that failed left the source as it was. */
  lastRefresh: Sync.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Source = z.infer<typeof Source>;

/** `duplicateOf` names the source that already held the same bytes or came from the same address; it is the one returned. */
export const AddedSource = Source.extend({ duplicateOf: Id.optional() });
export type AddedSource = z.infer<typeof AddedSource>;

const MAX_NOTE_CHARACTERS = 500_000;

const NoteTitle = z.string().trim().min(1, "A note needs a title.").max(300);
const NoteText = z.string().min(1).max(MAX_NOTE_CHARACTERS);
export const AddTextInput = z.object({ twinId: Id, title: NoteTitle, text: NoteText });
export const EditNoteInput = z.object({
  sourceId: Id,
  title: NoteTitle.optional(),
  text: NoteText,
});

/** What is known of a file once its bytes are in the blob store. */
export const ReceivedFile = z.object({
  fileName: z.string().min(1).max(255),
  mediaType: z.string().max(255),
  byteSize: z.int().positive(),
  sha256: z.instanceof(Uint8Array),
  blobKey: z.string(),
});
export const ReplaceSourceInput = z.object({
  sourceId: Id,
  fileName: z.string().min(1).max(4_096),
  contentBase64: z.base64(),
});

const MAX_URL_CHARACTERS = 2_048;
export const AddUrlInput = z.object({
  twinId: Id,
  url: z.string().trim().min(1, "Give an address.").max(MAX_URL_CHARACTERS),
});

export const SourceRef = z.object({ sourceId: Id });
export const ListSourcesInput = PageInput.extend({
  twinId: Id,
  status: SourceStatus.optional(),
  search: z.string().trim().max(200).optional(),
  /** The pages of a site, the members of an archive. Without it: what stands on its own, or whatever matches the search. */
  parentId: Id.optional(),
});
export const SourcePage = pageOf(Source);
export const RenameSourceInput = SourceRef.extend({ title: z.string().trim().min(1).max(300) });
export const ScheduleSourceInput = SourceRef.extend({ every: SyncInterval.nullable() });
export const UpdateSourceSettingsInput = SourceRef.extend({
  /** Null: as its site's, or its twin's. */
  chunking: Chunking.nullable(),
});
export const RetryFailedInput = z.object({ twinId: Id, parentId: Id.optional() });
export const RetrySourceInput = SourceRef.extend({ password: z.string().max(1_000).optional() });

/** A passage, by the words that it answers with. */
export const Chunk = z.object({
  id: Id,
  ordinal: z.int(),
  text: z.string(),
  locator: Locator,
  /** What its owner's corrections made of it: `trimmed` is one that repeated words of a corrected neighbour. */
  state: z.enum(PASSAGE_STATES).optional(),
  /** The source's own words, where others answer. */
  original: z.string().optional(),
  /** It comes first wherever it matches. */
  pinned: z.boolean().optional(),
});
export type Chunk = z.infer<typeof Chunk>;
export const ListChunksInput = PageInput.extend({ sourceId: Id });
export const ChunkPage = pageOf(Chunk);

export const SourceText = z.object({ sourceId: Id, title: z.string(), text: z.string() });

/** A structural unit of a source's text; `start` and `end` are UTF-16 offsets into it. */
export const Block = Locator.omit({ pageEnd: true, headings: true }).extend({
  kind: z.enum(["heading", "paragraph", "list_item", "table", "code", "quote"]),
  /** Of a heading: 1 (outermost) to 6. */
  level: z.int().optional(),
});
export type Block = z.infer<typeof Block>;

const MAX_BLOCKS_A_PAGE = 2_000;
export const ListBlocksInput = PageInput.extend({
  sourceId: Id,
  limit: z.int().min(1).max(MAX_BLOCKS_A_PAGE).default(MAX_BLOCKS_A_PAGE),
});
export const BlockPage = pageOf(Block);

export const SyncList = pageOf(Sync);
export const ListSyncsInput = PageInput.extend({ sourceId: Id });

export const SyncPage = z.object({
  id: Id,
  /** Of a site: an address. Of an archive: where a member stands in there. */
  address: z.string(),
  outcome: PageOutcome,
  /** A stable key such as `robots`; null where the outcome says it all. */
  reason: z.string().nullable(),
  sourceId: Id.nullable(),
});
export const SyncPageList = pageOf(SyncPage);
const SyncRef = z.object({ syncId: Id });
export const ListSyncPagesInput = PageInput.extend({
  ...SyncRef.shape,
  outcome: PageOutcome.optional(),
});

export const SyncChange = z.object({
  id: Id,
  change: z.enum(PASSAGE_CHANGES),
  text: z.string(),
  locator: Locator,
});
export const SyncChangeList = pageOf(SyncChange);
export const ListSyncChangesInput = PageInput.extend(SyncRef.shape);
