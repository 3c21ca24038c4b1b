import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

export const AuditOutcome = z.enum(["allowed", "denied"]);

export const AuditEvent = z.object({
  id: Id,
  at: Timestamp,
  actor: z.object({
    kind: z.enum(["user", "api_key", "visitor", "system"]),
    id: Id.nullable(),
    /** Of a member or a key that is still here. */
    name: z.string().nullable(),
  }),
  /** A stable dotted key, such as `source.rename`; of what was denied, the right that was missing. */
  action: z.string(),
  subjectKind: z.string(),
  subjectId: Id.nullable(),
  outcome: AuditOutcome,
  correlationId: z.string().nullable(),
  ipAddress: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
  /** Its place in the tenant's chain, from 1; null in the moment before it is sealed. */
  sequence: z.int().nullable(),
  /** Hexadecimal HMAC-SHA-256 of the event and of the link before it. */
  hash: z.string().nullable(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditNarrowing = z.object({
  eventId: Id.optional(),
  action: z.string().max(100).optional(),
  actorId: Id.optional(),
  subjectId: Id.optional(),
  outcome: AuditOutcome.optional(),
  from: Timestamp.optional(),
  until: Timestamp.optional(),
});

export const ListAuditInput = PageInput.extend(AuditNarrowing.shape);
export const AuditPage = pageOf(AuditEvent);

/** The end of a chain at some time: kept elsewhere, it shows whether the end was cut off since. */
export const AuditHead = z.object({
  sequence: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
});
export type AuditHead = z.infer<typeof AuditHead>;

export const VerifyAuditInput = z.object({ head: AuditHead.optional() });

export const AUDIT_FAULTS = ["missing", "altered", "unlinked", "head_differs"] as const;

export const AuditVerdict = z.object({
  isWhole: z.boolean(),
  checked: z.int(),
  /** Written, and not yet in the chain: a moment's worth. */
  unsealed: z.int(),
  head: AuditHead.nullable(),
  firstFault: z
    .object({
      sequence: z.int(),
      eventId: Id.nullable(),
      /** `missing`: no event has this place. `altered`: it is not what was sealed. `unlinked`: it follows on another. `head_differs`: the head that was kept names another. */
      fault: z.enum(AUDIT_FAULTS),
    })
    .nullable(),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

export const ExportAuditInput = AuditNarrowing.extend({
  format: z.enum(["csv", "jsonl"]),
  cursor: z.string().max(500).optional(),
});

export const AuditExport = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  /** A part of the file: the parts, one after the other, are the whole of it. */
  text: z.string(),
  nextCursor: z.string().nullable(),
});
