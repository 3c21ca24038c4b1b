import type { AuditEventRow } from "@understudy/db/queries/audit-events";
import type { AuditEvent } from "./contract.ts";

/** `names` are those of members and keys, by id. */
export function readEvent(row: AuditEventRow, names: ReadonlyMap<string, string>): AuditEvent {
  const { actorKind, actorId, createdAt, sequence, hash, previousHash: _, ...event } = row;
  return {
    ...event,
    at: createdAt.toISOString(),
    actor: {
      kind: actorKind,
      id: actorId,
      name: actorId === null ? null : (names.get(actorId) ?? null),
    },
    sequence: sequence === null ? null : Number(sequence),
    hash: hash && Buffer.from(hash).toString("hex"),
  };
}
