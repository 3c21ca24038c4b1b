import type { Database } from "@understudy/db/client";
import { insertAuditEvent } from "@understudy/db/queries/audit-events";
import { insertJob } from "@understudy/db/queries/jobs";
import { listTenantsOfUser } from "@understudy/db/queries/memberships";
import { inAuth, inTenant, type TenantTx } from "@understudy/db/scope";
import type { Actor } from "./actor.ts";
import { watchChanges } from "./changes.ts";
import type { AuditEntry, Context, Log } from "./context.ts";
import type { Ports } from "./ports.ts";

export interface ContextRequest {
  db: Database;
  ports: Ports;
  actor: Actor;
  correlationId: string;
  log: Log;
  signal: AbortSignal;
  ipAddress?: string;
}

/** Joins the database, the outside and the one who asks into what use-cases see. */
export function createContext(request: ContextRequest): Context {
  const { db, ports, actor, correlationId, log, signal } = request;
  const scope = {
    tenantId: actor.tenantId,
    twinIds: actor.kind === "api_key" ? actor.twinIds : null,
  };
  const transaction: Context["transaction"] = (work) => inTenant(db, scope, work);
  const audit = (tx: TenantTx, entry: AuditEntry, outcome: "allowed" | "denied") =>
    insertAuditEvent(tx, {
      ...entry,
      outcome,
      actorKind: actor.kind,
      actorId: actorId(actor),
      correlationId,
      ipAddress: request.ipAddress ?? null,
    });

  return {
    actor,
    correlationId,
    log,
    signal,
    ports,
    transaction,
    enqueue: (tx, { job, payload, subjectId, twinId, delaySeconds }) =>
      insertJob(tx, {
        delaySeconds,
        kind: job.kind,
        maxAttempts: job.maxAttempts,
        payload: job.payload.parse(payload) as Record<string, unknown>,
        subjectId,
        twinId,
        correlationId,
      }),
    audit: (tx, entry) => audit(tx, entry, "allowed"),
    recordDenied: (permission) =>
      transaction((tx) =>
        audit(tx, { action: permission, subjectKind: "permission", subjectId: null }, "denied"),
      ),
    listTenants: (userId) => inAuth(db, (tx) => listTenantsOfUser(tx, userId)),
    changes: (until) => watchChanges(db, actor.tenantId, until),
  };
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api_key":
      return actor.apiKeyId;
    case "system":
      return null;
  }
}
