import { PROOF_METHODS, VERIFICATION_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { Domain } from "./domain.ts";

export const ProofMethod = z.enum(PROOF_METHODS);

export const StartVerificationInput = z.object({ twinId: Id, domain: Domain });
export const GetVerificationInput = z.object({ twinId: Id });

/** By its own id, or by the twin's: a twin has one. */
export const VerificationRef = z
  .object({ verificationId: Id.optional(), twinId: Id.optional() })
  .refine(({ verificationId, twinId }) => verificationId ?? twinId, "Name the twin.");

/** What happened to it; `failing`: the proof was not there, and there is still time. */
export const VERIFICATION_EVENTS = [
  "start",
  "check",
  "prove",
  "failing",
  "lose",
  "revoke",
] as const;

export const VerificationEvent = z.object({
  at: Timestamp,
  event: z.enum(VERIFICATION_EVENTS),
  domain: z.string(),
  method: ProofMethod.nullable(),
  /** Why the proof was not seen. */
  reason: z.string().nullable(),
});
export type VerificationEvent = z.infer<typeof VerificationEvent>;

export const Verification = z.object({
  id: Id,
  twinId: Id,
  domain: z.string(),
  status: z.enum(VERIFICATION_STATUSES),
  /** Visitors see the badge. */
  isShown: z.boolean(),
  token: z.string(),
  /** Either of the two proves control. */
  record: z.object({ type: z.literal("TXT"), name: z.string(), value: z.string() }),
  file: z.object({ url: z.string(), content: z.string() }),
  /** By which it was seen last. */
  method: ProofMethod.nullable(),
  verifiedAt: Timestamp.nullable(),
  checkedAt: Timestamp.nullable(),
  /** Since when the proof is not seen any more, and until when the badge stays all the same. */
  failingSince: Timestamp.nullable(),
  standsUntil: Timestamp.nullable(),
  failureReason: z.string().nullable(),
  revokedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  /** Newest first. */
  history: z.array(VerificationEvent),
});
export type Verification = z.infer<typeof Verification>;
/** Null: nothing was begun. */
export const FoundVerification = Verification.nullable();

/** What visitors are told of it. */
export const Proof = z.object({
  domain: z.string(),
  method: ProofMethod,
  verifiedAt: Timestamp,
  checkedAt: Timestamp,
});
export type Proof = z.infer<typeof Proof>;
