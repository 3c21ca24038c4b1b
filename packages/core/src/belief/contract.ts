import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { SourceStatus } from "../source/contract.ts";

export const MAX_STATEMENT_CHARACTERS = 1_000;
export const MAX_SCOPE_CHARACTERS = 200;
export const MAX_BELIEFS = 1_000;

const Statement = z
  .string()
  .trim()
  .min(1, "A belief needs its statement.")
  .max(MAX_STATEMENT_CHARACTERS);
const Scope = z.string().trim().max(MAX_SCOPE_CHARACTERS).nullable();

/** A short statement of what the owner holds, found and cited like a source: the one that has its id. */
export const Belief = z.object({
  id: Id,
  twinId: Id,
  statement: z.string(),
  /** When it applies, or what it is about; it is found by these words as well. */
  scope: z.string().nullable(),
  /** It answers once it is `live`, a moment after it was written. */
  status: SourceStatus,
  /** Its last words answer until the new ones do. */
  refreshing: z.boolean(),
  /** Only some access groups are answered from it, or nobody. */
  isRestricted: z.boolean(),
  /** Counts its edits, from 1. */
  version: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Belief = z.infer<typeof Belief>;
export const BeliefPage = pageOf(Belief);

export const BeliefRef = z.object({ beliefId: Id });
export const CreateBeliefInput = z.object({
  twinId: Id,
  statement: Statement,
  scope: Scope.default(null),
});
export const UpdateBeliefInput = BeliefRef.extend({
  statement: Statement.optional(),
  scope: Scope.optional(),
  /** The version that was edited; when given, a later one refuses the edit. */
  version: z.int().optional(),
});
export const ListBeliefsInput = PageInput.extend({
  twinId: Id,
  search: z.string().trim().max(200).optional(),
});

/** What it said from this time on. */
export const BeliefVersion = Belief.pick({ statement: true, scope: true, createdAt: true }).extend({
  number: z.int(),
  /** Who made it say so. */
  by: z.object({ kind: z.string(), id: Id.nullable() }),
});
export const BeliefVersionPage = pageOf(BeliefVersion);
export const ListBeliefVersionsInput = PageInput.extend(BeliefRef.shape);
