import type { TenantTx } from "@understudy/db/scope";
import type { Accounts } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import type { JobDeclaration } from "./job.ts";
import type { Permission } from "./permissions.ts";
import type { Ports } from "./ports.ts";
import type { Rate } from "./rates.ts";

export interface Log {
  child(fields: Record<string, unknown>): Log;
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Ids only: never contents, names or secrets. */
export interface AuditEntry {
  action: string;
  subjectKind: string;
  subjectId: string | null;
  details?: Record<string, string | number | boolean | null | string[]>;
}

export interface Enqueued<Payload> {
  job: JobDeclaration<Payload>;
  payload: Payload;
  subjectId: string;
  twinId: string | null;
  /** Not before this many seconds from now. */
  delaySeconds?: number;
}

/** All that a use-case may reach. */
export interface Context {
  readonly actor: Actor;
  readonly correlationId: string;
  /** Where the request came from; empty for work that no request asked for. */
  readonly ipAddress: string;
  readonly log: Log;
  /** Aborts when the caller is gone or the process stops. */
  readonly signal: AbortSignal;
  readonly ports: Ports;
  /** The database itself knows the tenant inside; never hold it across a model, network or parser call. */
  transaction<Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result>;
  /** Joins the caller's transaction: a rolled-back one leaves no job. Gives the job's id. */
  enqueue<Payload>(tx: TenantTx, request: Enqueued<Payload>): Promise<string>;
  /** Joins the caller's transaction, so that no change goes unrecorded. */
  audit(tx: TenantTx, entry: AuditEntry): Promise<void>;
  recordDenied(permission: Permission): Promise<void>;
  /** Takes one from each rate, over all processes, or refuses as `limit_exceeded`; never inside a transaction. */
  limit(rates: readonly Rate[]): Promise<void>;
  /** The same reach for what makes an answer, which keeps those of many visitors together. */
  forMaking(signal: AbortSignal): Context;
  /** The one way across tenants. */
  readonly accounts: Accounts;
  /** Resolves at each change of the tenant's jobs and sources, in whichever process it happened. */
  changes(signal: AbortSignal): AsyncIterable<Change>;
}

/** Something that people may be watching has changed; ids only. */
export interface Change {
  kind: "job" | "source";
  id: string;
}
