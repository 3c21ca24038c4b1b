import { z } from "zod";
import { Failure } from "../../kernel/failure.ts";
import { Id } from "../../kernel/ids.ts";
import { SourceKind } from "../contract.ts";

const MAX_FILES = 50;

const PreflightFile = z.object({
  name: z.string().max(4_096),
  byteSize: z.int().min(0),
  /** Hexadecimal. */
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/i)
    .optional(),
});
export type PreflightFile = z.infer<typeof PreflightFile>;

/** An address, files, or both; without `as`, a video's address is a video and any other one a page. */
export const PreflightInput = z.object({
  twinId: Id,
  url: z.string().trim().min(1).max(2_048).optional(),
  as: z.enum(["page", "sitemap", "site", "youtube"]).optional(),
  files: z.array(PreflightFile).max(MAX_FILES).optional(),
});

/** What adding it would bring, as far as that can be known; null where it cannot. */
export const PreflightItem = z.object({
  kind: SourceKind,
  name: z.string().nullable(),
  /** As it would be fetched. */
  url: z.string().nullable(),
  title: z.string().nullable(),
  mediaType: z.string().nullable(),
  byteSize: z.int().nullable(),
  /** Of a site, the pages that its sitemap gives. */
  pageCount: z.int().nullable(),
  durationSeconds: z.number().nullable(),
  captions: z.array(z.object({ language: z.string(), automatic: z.boolean() })).nullable(),
  /** The source that is there already. */
  duplicateOf: Id.nullable(),
  estimatedSeconds: z.number().nullable(),
  /** Why adding it would fail. */
  problem: Failure.nullable(),
});
export type PreflightItem = z.infer<typeof PreflightItem>;
export const Preflight = z.object({ items: z.array(PreflightItem) });

export const UNKNOWN = {
  name: null,
  url: null,
  title: null,
  mediaType: null,
  byteSize: null,
  pageCount: null,
  durationSeconds: null,
  captions: null,
  duplicateOf: null,
  estimatedSeconds: null,
  problem: null,
} satisfies Omit<PreflightItem, "kind">;
