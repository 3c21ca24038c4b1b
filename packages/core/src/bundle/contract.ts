import { OVERLAY_KINDS, SOURCE_KINDS, TEST_ORIGINS } from "@understudy/db/column-values";
import { z } from "zod";
import { MAX_BELIEFS, MAX_SCOPE_CHARACTERS, MAX_STATEMENT_CHARACTERS } from "../belief/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { MAX_TESTS, RunStatus, RunSummary } from "../quality/contract.ts";
import { StoredExpectation } from "../quality/stored-test.ts";
import { Locator, SyncInterval } from "../source/contract.ts";
import { CrawlInput } from "../source/site/contract.ts";
import { Character, MAX_NAME_CHARACTERS } from "../twin/contract.ts";
import {
  MAX_ANSWER_CHARACTERS,
  MAX_PHRASINGS,
  MAX_QUESTION_CHARACTERS,
  MAX_VERIFIED_ANSWERS,
} from "../verified-answer/contract.ts";
import { Theme } from "../widget/theme.ts";

export const BUNDLE_FORMAT = "understudy bundle 1";
export const MAX_BUNDLE_FILES = 5_000;
/** The most that `twin.json` may hold when it is unpacked. */
export const MAX_DESCRIPTION_BYTES = 64 * 1_048_576;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Question = z.string().trim().min(1).max(MAX_QUESTION_CHARACTERS);
const Phrasings = z.array(Question).max(MAX_PHRASINGS);
const Answer = z.string().trim().min(1).max(MAX_ANSWER_CHARACTERS);

export const BundledTwin = Character.extend({
  name: z.string().trim().min(1).max(MAX_NAME_CHARACTERS),
  /** Bundles of earlier versions know of none. */
  avatarUrl: Character.shape.avatarUrl.default(null),
  theme: Theme.nullable(),
});

export const BundledSource = z.object({
  id: Id,
  title: z.string().min(1).max(1_000),
  kind: z.enum(SOURCE_KINDS),
  url: z.string().max(2_048).nullable(),
  isRestricted: z.boolean(),
  /** The collection that it came with, and where it stands in an archive. */
  parentId: Id.nullable().default(null),
  archivePath: z.string().max(1_000).nullable().default(null),
  /** How often it was fetched again by itself; where it goes, that waits until someone turns it on. */
  syncEvery: SyncInterval.nullable().default(null),
  fileName: z.string().max(500).nullable(),
  mediaType: z.string().max(200),
  byteSize: z.int().positive(),
  /** Of its bytes, in hexadecimal; they stand under this name. */
  sha256: Hash,
});

/** A site or an archive, by its list of pages or its bytes; its members are sources of the bundle. */
export const BundledCollection = BundledSource.extend({
  kind: z.enum(["sitemap", "file"]),
  /** Within what anybody may ask for. */
  crawlBounds: CrawlInput.omit({ twinId: true, url: true })
    .extend({
      follow: z.enum(["links", "sitemap", "list"]),
      excluded: z.array(z.string().max(2_048)).max(MAX_BUNDLE_FILES).optional(),
    })
    .nullable(),
});

const Entry = { question: Question, phrasings: Phrasings, answer: Answer };
export const BundledAnswer = z.object({
  id: Id,
  isRestricted: z.boolean(),
  reviewBy: Timestamp.nullable(),
  /** From the first to the one that answers. */
  versions: z
    .array(z.object({ ...Entry, createdAt: Timestamp }))
    .min(1)
    .max(1_000),
});

export const BundledBelief = z.object({
  /** Of the source that it answers as. */
  id: Id,
  versions: z
    .array(
      z.object({
        statement: z.string().trim().min(1).max(MAX_STATEMENT_CHARACTERS),
        scope: z.string().max(MAX_SCOPE_CHARACTERS).nullable(),
        createdAt: Timestamp,
      }),
    )
    .min(1)
    .max(1_000),
});

export const BundledOverlay = z.object({
  sourceId: Id,
  kind: z.enum(OVERLAY_KINDS),
  text: z.string().max(20_000).nullable(),
  original: z.string().max(100_000),
  locator: Locator,
  ordinal: z.int().min(0),
  contentHash: z.string().max(128),
  beforeHash: z.string().max(128).nullable(),
  afterHash: z.string().max(128).nullable(),
});

export const BundledTest = z.object({
  id: Id,
  question: z.string().trim().min(1).max(4_000),
  expectations: z.array(StoredExpectation).min(1).max(12),
  origin: z.enum(TEST_ORIGINS),
});

function hasEveryParent({
  collections,
  sources,
}: {
  collections: readonly { id: string; parentId: string | null }[];
  sources: readonly { parentId: string | null }[];
}): boolean {
  const ids = new Set(collections.map(({ id }) => id));
  return (
    collections.every(({ parentId }) => parentId === null) &&
    sources.every(({ parentId }) => parentId === null || ids.has(parentId))
  );
}

/** What stands in `twin.json`: all but the files. Its ids are of the instance it comes from, and made anew where it goes. */
export const BundledContent = z
  .object({
    twin: BundledTwin,
    collections: z.array(BundledCollection).max(MAX_BUNDLE_FILES).default([]),
    sources: z.array(BundledSource).max(MAX_BUNDLE_FILES),
    answers: z.array(BundledAnswer).max(MAX_VERIFIED_ANSWERS),
    beliefs: z.array(BundledBelief).max(MAX_BELIEFS),
    overlays: z.array(BundledOverlay).max(20_000),
    tests: z.array(BundledTest).max(MAX_TESTS),
  })
  .refine(hasEveryParent, "a source came with something that is not here");
export type BundledContent = z.infer<typeof BundledContent>;

/** What is signed: every entry of the file by its hash, and who says so. */
export const BundleManifest = z.object({
  format: z.literal(BUNDLE_FORMAT),
  instance: z.string().max(500),
  name: z.string().max(80),
  writtenAt: Timestamp,
  counts: z.record(z.string(), z.int().min(0)),
  /** By path: bytes and SHA-256. */
  entries: z
    .record(
      z.string().regex(/^(twin\.json|files\/[0-9a-f]{64})$/),
      z.object({ byteSize: z.int().min(0), sha256: Hash }),
    )
    .refine((entries) => Object.keys(entries).length <= MAX_BUNDLE_FILES + 1),
});
export type BundleManifest = z.infer<typeof BundleManifest>;

export const SignedManifest = z.object({
  manifest: BundleManifest,
  signature: z.object({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string().max(200),
    value: z.string().max(200),
  }),
});

export const TwinImport = z.object({
  id: Id,
  name: z.string(),
  twinId: Id.nullable(),
  jobId: Id.nullable(),
  counts: z.record(z.string(), z.int()),
  /** `isOurs`: this instance signed it. */
  signer: z.object({ publicKey: z.string(), isOurs: z.boolean() }),
  status: z.enum(["waiting", "running", "finished", "failed"]),
  /** What its own tests say of it here; null before they are run, and when it has none. */
  proof: z.object({ runId: Id, status: RunStatus, summary: RunSummary }).nullable(),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type TwinImport = z.infer<typeof TwinImport>;
