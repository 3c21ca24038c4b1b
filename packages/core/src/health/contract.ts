import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { RestingTest } from "../quality/contract.ts";

/** A sentence of a source that changed, and what the owner vouches for that it bears on. */
export const Impact = z.object({
  id: Id,
  twinId: Id,
  sourceId: Id,
  sourceTitle: z.string(),
  /** Null: a correction changed it. */
  syncId: Id.nullable(),
  verifiedAnswerId: Id.nullable(),
  question: z.string().nullable(),
  beliefId: Id.nullable(),
  statement: z.string().nullable(),
  /** What it said and says; null where nothing came in its place. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  createdAt: Timestamp,
  /** When its owner last looked; null while they are warned. */
  lookedAt: Timestamp.nullable(),
});
export type Impact = z.infer<typeof Impact>;
export const ImpactPage = pageOf(Impact);

export const ListImpactsInput = PageInput.extend({
  twinId: Id,
  verifiedAnswerId: Id.optional(),
  beliefId: Id.optional(),
  isOpen: z.literal(true).optional(),
});
export const SyncImpactInput = z.object({ syncId: Id });
export const SyncImpact = z.object({
  /** Of the last 30 days, those that quote what it took away. */
  answers: z.int(),
  items: z.array(Impact),
  /** Quality tests that demand what it took away, or were answered from it last. */
  tests: z.array(RestingTest),
});
