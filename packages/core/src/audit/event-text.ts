import type { AuditEventRow } from "@understudy/db/queries/audit-events";

/** What an event's hash is of: every field in a fixed order, its place and the link before it. */
export function eventText(
  event: AuditEventRow,
  place: { tenantId: string; sequence: bigint; previousHash: Uint8Array },
): string {
  return JSON.stringify([
    "understudy audit 1",
    place.tenantId,
    place.sequence.toString(),
    Buffer.from(place.previousHash).toString("hex"),
    event.id,
    event.createdAt.toISOString(),
    event.actorKind,
    event.actorId,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.outcome,
    event.correlationId,
    event.ipAddress,
    sorted(event.details),
  ]);
}

/** The database keeps no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, held]) => [key, sorted(held)]);
}
