import { ERASURE_KINDS, EXPORT_KINDS } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

const Counts = z.record(z.string(), z.int());

/** What was erased, by whose wish, and what a look around afterwards found; ids and figures only. */
export const ErasureReceipt = z.object({
  format: z.literal("understudy erasure receipt 1"),
  id: Id,
  /** Where it was done, as an origin. */
  instance: z.string(),
  tenantId: Id,
  subject: z.object({ kind: z.enum(ERASURE_KINDS), id: Id, twinId: Id.nullable() }),
  requestedBy: z.object({ kind: z.string(), id: Id.nullable() }),
  requestedAt: Timestamp,
  startedAt: Timestamp,
  completedAt: Timestamp,
  /** By table, and `files` and `vectors`. */
  removed: Counts,
  /** What stays on purpose. */
  kept: z.array(z.object({ what: z.string(), rows: z.int(), why: z.string() })),
  verified: z.object({
    /** How many tables were looked through for what names the subject. */
    tablesSearched: z.int(),
    rowsLeft: z.int(),
    filesLeft: z.int(),
    vectorsLeft: z.int(),
    /** Rows in which the visitor's address still stands because somebody else wrote it. */
    addressElsewhere: z.int().optional(),
  }),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

/** As it is downloaded: the signature is over the receipt as canonical JSON. */
export const SignedReceipt = z.object({
  receipt: ErasureReceipt,
  signature: z.object({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string().max(200),
    value: z.string().max(200),
  }),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;

export const Erasure = z.object({
  id: Id,
  kind: z.enum(ERASURE_KINDS),
  subjectId: Id,
  twinId: Id.nullable(),
  status: z.enum(["waiting", "running", "completed", "cancelled"]),
  jobId: Id.nullable(),
  dueAt: Timestamp,
  createdAt: Timestamp,
  completedAt: Timestamp.nullable(),
  receipt: SignedReceipt.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;
export const ErasurePage = pageOf(Erasure);
export const ErasureRef = z.object({ erasureId: Id });
export const ListErasuresInput = PageInput;

export const VisitorRef = z.object({ visitorId: Id });
/** Its name, typed once more: this cannot be undone. */
export const EraseTwinInput = z.object({ twinId: Id, confirm: z.string().max(300) });
export const EraseTenantInput = z.object({
  /** Its name, typed once more. */
  confirm: z.string().max(300),
  /** It goes on as before for so long, and can be kept until then; 0: at once. */
  inDays: z.int().min(0).max(30).default(0),
});

export const ExportKind = z.enum(EXPORT_KINDS);
export const DataExport = z.object({
  id: Id,
  kind: ExportKind,
  subjectId: Id.nullable(),
  twinId: Id.nullable(),
  status: z.enum(["writing", "ready", "expired", "failed"]),
  jobId: Id.nullable(),
  byteSize: z.number().nullable(),
  createdAt: Timestamp,
  expiresAt: Timestamp.nullable(),
});
export type DataExport = z.infer<typeof DataExport>;
export const DataExportPage = pageOf(DataExport);
export const ListExportsInput = PageInput;
export const ExportRef = z.object({ exportId: Id });
/** Opens the file for whoever may read it, for a few minutes. */
export const ExportLink = z.object({ url: z.string(), expiresAt: Timestamp });
