import type { JobKind } from "@understudy/db/column-values";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "./context.ts";

/** What a running attempt of a job may do beside its use-cases. */
export interface JobContext extends Context {
  readonly jobId: string;
  readonly attempt: number;
  /** A transaction that commits only while this attempt still owns the job: a worker that woke late writes nothing. */
  fenced<Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result>;
  /** Names the stage, times it into the job's log, and spans the job's progress, from 0 to 1, that is its share. */
  stage<Result>(
    name: string,
    span: readonly [from: number, to: number],
    work: (report: (fraction: number) => Promise<void>) => Promise<Result>,
  ): Promise<Result>;
  note(level: "info" | "warn" | "error", message: string): Promise<void>;
  /** What came of the job, in figures and ids; people see it with the job. */
  conclude(result: Record<string, unknown>): Promise<void>;
}

/** What asking for a job takes: so that a job's own work can ask for more of its kind. */
export interface JobDeclaration<Payload> {
  readonly kind: JobKind;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts: number;
}

export interface Job<Payload> extends JobDeclaration<Payload> {
  /** A DomainError is final; anything else is tried again. */
  readonly run: (ctx: JobContext, payload: Payload) => Promise<void>;
  /** Joins the transaction in which the job ends as failed or cancelled, so that its subject ends with it. */
  readonly gaveUp: (tx: TenantTx, payload: Payload, failure: JobFailure) => Promise<void>;
  /** What it was asked for cannot be left half done: nobody cancels it. */
  readonly isBinding?: true;
  /** Joins the transaction in which an ended job is tried again by hand; refuses what has been overtaken. */
  readonly retried?: (tx: TenantTx, payload: Payload, jobId: string) => Promise<void>;
}

/** Thrown by an attempt that has run for long: it gives its place to other work, and goes on in the next one. */
export class TurnOver extends Error {
  override readonly name = "TurnOver";
  /** What it waits for is not there sooner. */
  readonly afterSeconds: number;
  constructor(message = "", afterSeconds = 0) {
    super(message);
    this.afterSeconds = afterSeconds;
  }
}

export interface JobFailure {
  reason: string;
  message: string;
}

export function defineJob<Payload>(job: Job<Payload>): Job<Payload> {
  return job;
}
