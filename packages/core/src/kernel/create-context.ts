import type { Database } from "@understudy/db/client";
import { insertAuditEvent } from "@understudy/db/queries/audit-events";
import { insertJob } from "@understudy/db/queries/jobs";
import { inTenant, type TenantTx } from "@understudy/db/scope";
import { createAccounts } from "./accounts.ts";
import { type Actor, twinIdsOf } from "./actor.ts";
import { watchChanges } from "./changes.ts";
import type { AuditEntry, Context, Log } from "./context.ts";
import type { Ports } from "./ports.ts";
import { limitRates } from "./rates.ts";

export interface ContextRequest {
  db: Database;
  ports: Ports;
  actor: Actor;
  correlationId: string;
  log: Log;
  signal: AbortSignal;
  ipAddress?: string;
  /** For what makes an answer: a visitor's actor is not bound to the visitor's own conversations. */
  isMaking?: boolean;
}

/** Joins the database, the outside and the one who asks into what use-cases see. */
export function createContext(request: ContextRequest): Context {
  const { db, ports, actor, correlationId, log, signal } = request;
  const scope = {
    tenantId: actor.tenantId,
    twinIds: twinIdsOf(actor),
    visitorId: actor.kind === "visitor" && !request.isMaking ? actor.visitorId : null,
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
    ipAddress: request.ipAddress ?? "",
    log,
    signal,
    ports,
    transaction,
    limit: (rates) => limitRates(db, rates),
    forMaking: (until) => createContext({ ...request, signal: until, isMaking: true }),
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
    async recordDenied(permission) {
      if (isPublic(actor))
        return log.warn({ permission }, "a visitor asked for what is not theirs");
      await transaction((tx) =>
        audit(tx, { action: permission, subjectKind: "permission", subjectId: null }, "denied"),
      );
    },
    accounts: createAccounts(db),
    changes: (until) => watchChanges(db, actor.tenantId, until),
  };
}

/** Anyone can have such a credential, and would fill the audit log with it. */
function isPublic(actor: Actor): boolean {
  return actor.kind === "visitor" || (actor.kind === "api_key" && actor.permissions.length === 0);
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api_key":
      return actor.apiKeyId;
    case "visitor":
      return actor.visitorId;
    case "system":
      return null;
  }
}
