import type { Actor } from "@understudy/core/kernel/actor";
import type { Context } from "@understudy/core/kernel/context";
import { createContext } from "@understudy/core/kernel/create-context";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { createDoor, type Door, type Standing } from "@understudy/core/kernel/door";
import { MISPLACED } from "@understudy/core/visitor/judge-standing";
import type { Logger } from "pino";
import { readIdempotencyKey } from "./http/read-idempotency-key.ts";
import type { Resources } from "./resources.ts";
import type { JudgeShared } from "./shared-judgement.ts";
import { describeAnswer } from "./telemetry/describe-answer.ts";
import { toActor } from "./to-actor.ts";

const RETRY_AFTER_OUTAGE_SECONDS = 2;
const BUSY_FOR_SECONDS = 4;

/** One request as every door sees it: who asks is found out once, and again whenever a stream wants to know. */
export interface RequestContext {
  readonly correlationId: string;
  readonly log: Logger;
  readonly draining: AbortSignal;
  readonly halting: AbortSignal;
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
  /** Under which the caller may send the same again; throws `idempotency.invalid_key`. */
  idempotencyKey(): string | undefined;
  /** The actor of this request; throws `unauthenticated`. */
  actor(): Promise<Actor>;
  /** The credential judged anew; the streams of one credential share what was found out just now. */
  actorNow(): Promise<Actor>;
  contextOf(actor: Actor, signal?: AbortSignal): Context;
  /** Refuses a question, or to begin asking, at once and as `server.busy` when what was asked before it already waits too long. */
  admitQuestion(): void;
  /** Says in the traces whose answer, in which conversation, this request and what it asks for are about. */
  traceAnswer(actor: Actor, conversationId: string): void;
  /** For what anyone may call. */
  door(): Door;
  /** It was refused for where its page stands: that page is to learn no more. */
  readonly isMisplaced: boolean;
  /** A fault that is an outage of the database, as a refusal the caller can act on; anything else as it is. */
  refusalOf(error: unknown): unknown;
}

export interface IncomingRequest {
  headers: Headers;
  signal: AbortSignal;
  correlationId: string;
  log: Logger;
  ipAddress: string;
  judgeShared: JudgeShared;
  standing: Standing;
  /** Whatever the browser sent along. */
  ignoresCookies: boolean;
}

export function createRequestContext(
  { auth, db, ports, telemetry, isOutage, pressure, draining, halting }: Resources,
  { headers, signal, correlationId, log, ipAddress, ...incoming }: IncomingRequest,
): RequestContext {
  const { judgeShared, standing, ignoresCookies } = incoming;
  const credentials = {
    authorization: headers.get("authorization"),
    cookie: ignoresCookies ? null : headers.get("cookie"),
  };
  const account = async () => {
    const found = await auth.findAccount(credentials);
    if (found) return found;
    throw new DomainError("unauthenticated", "credential.missing", "Sign in first.");
  };
  const asked = { db, ports, correlationId, log, ipAddress };
  const judge = async () => {
    const authentication = await auth.authenticate(credentials);
    const actor =
      authentication.kind === "known" ? toActor(authentication.identity, standing) : null;
    if (actor) return actor;
    if (authentication.kind === "refused" && (await auth.findAccount(credentials))) {
      throw new DomainError(
        "unauthenticated",
        "account.no_tenant",
        "This account has no place here.",
      );
    }
    throw authentication.kind === "anonymous" ? isMissing() : isRefused();
  };
  let judged: Promise<Actor> | undefined;
  let isMisplaced = false;
  return {
    correlationId,
    log,
    draining,
    halting,
    signal,
    idempotencyKey: () => readIdempotencyKey(headers.get("idempotency-key") ?? undefined),
    actorNow: () => judgeShared(JSON.stringify({ ...credentials, ...standing }), judge),
    actor: () => {
      judged ??= judge();
      return judged;
    },
    admitQuestion() {
      if (pressure.isTooHigh()) throw isBusy();
    },
    traceAnswer: (actor, conversationId) =>
      telemetry.traces.describe(describeAnswer(actor, conversationId)),
    get isMisplaced() {
      return isMisplaced;
    },
    refusalOf(error) {
      isMisplaced ||= error instanceof DomainError && error.reason === MISPLACED;
      if (!isOutage(error)) return error;
      log.error({ err: error }, "the database is away");
      return isAway();
    },
    contextOf: (actor, until = AbortSignal.any([signal, halting])) =>
      createContext({ ...asked, actor, signal: until }),
    door: () =>
      createDoor({ ...asked, standing, account, signal: AbortSignal.any([signal, halting]) }),
  };
}

function isAway(): DomainError {
  return new DomainError("unavailable", "database.unavailable", "Not just now. Try again soon.", {
    retryAfterSeconds: RETRY_AFTER_OUTAGE_SECONDS,
  });
}

/** Each at another time, or all of them would be back at once. */
function isBusy(): DomainError {
  const retryAfterSeconds = 1 + Math.floor(Math.random() * BUSY_FOR_SECONDS);
  return new DomainError(
    "unavailable",
    "server.busy",
    "Too much is asked just now. Try again soon.",
    {
      retryAfterSeconds,
    },
  );
}

function isMissing(): DomainError {
  return new DomainError("unauthenticated", "credential.missing", "This needs a credential.");
}

function isRefused(): DomainError {
  return new DomainError("unauthenticated", "credential.refused", "This credential is not valid.");
}
