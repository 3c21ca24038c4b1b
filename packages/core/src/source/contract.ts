import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

export const SourceKind = z.enum(["file", "url", "sitemap", "youtube", "note", "qna"]);
export const SourceStatus = z.enum(["processing", "live", "failed"]);

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

/** `reason` is a stable key such as `source.encrypted`; `message` says what a person can do. */
export const Failure = z.object({ reason: z.string(), message: z.string() });

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
  failure: Failure.optional(),
  /** A live source that is being processed again keeps answering meanwhile. */
  refreshing: z.boolean(),
  jobId: Id.nullable(),
  mediaType: z.string().nullable(),
  byteSize: z.int().nullable(),
  pageCount: z.int().nullable(),
  wordCount: z.int().nullable(),
  chunkCount: z.int().nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Source = z.infer<typeof Source>;

/** `duplicateOf` names the source that already held the same bytes or came from the same address; it is the one returned. */
export const AddedSource = Source.extend({ duplicateOf: Id.optional() });
export type AddedSource = z.infer<typeof AddedSource>;

const MAX_NOTE_CHARACTERS = 500_000;

export const AddTextInput = z.object({
  twinId: Id,
  title: z.string().trim().min(1, "A note needs a title.").max(300),
  text: z.string().min(1).max(MAX_NOTE_CHARACTERS),
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
});
export const SourcePage = pageOf(Source);
export const RenameSourceInput = SourceRef.extend({ title: z.string().trim().min(1).max(300) });
export const RetrySourceInput = SourceRef.extend({ password: z.string().max(1_000).optional() });

export const Chunk = z.object({ id: Id, ordinal: z.int(), text: z.string(), locator: Locator });
export const ListChunksInput = PageInput.extend({ sourceId: Id });
export const ChunkPage = pageOf(Chunk);

export const SourceText = z.object({ sourceId: Id, title: z.string(), text: z.string() });
