import type { Actor } from "@understudy/core/kernel/actor";
import type { Context } from "@understudy/core/kernel/context";
import { createContext } from "@understudy/core/kernel/create-context";
import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Logger } from "pino";
import type { Resources } from "./resources.ts";
import type { JudgeShared } from "./shared-judgement.ts";
import { toActor } from "./to-actor.ts";

/** One request as every door sees it: who asks is found out once, and again whenever a stream wants to know. */
export interface RequestContext {
  readonly correlationId: string;
  readonly log: Logger;
  readonly draining: AbortSignal;
  readonly halting: AbortSignal;
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
  /** The actor of this request; throws `unauthenticated`. */
  actor(): Promise<Actor>;
  /** The credential judged anew; the streams of one credential share what was found out just now. */
  actorNow(): Promise<Actor>;
  contextOf(actor: Actor, signal?: AbortSignal): Context;
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
}

export function createRequestContext(
  { auth, db, ports, isOutage, draining, halting }: Resources,
  { headers, signal, correlationId, log, ipAddress, judgeShared }: IncomingRequest,
): RequestContext {
  const credentials = {
    authorization: headers.get("authorization"),
    cookie: headers.get("cookie"),
  };
  const judge = async () => {
    const authentication = await auth.authenticate(credentials);
    const actor = authentication.kind === "known" ? toActor(authentication.identity) : null;
    if (actor) return actor;
    throw authentication.kind === "anonymous"
      ? new DomainError("unauthenticated", "credential.missing", "This needs a credential.")
      : new DomainError("unauthenticated", "credential.refused", "This credential is not valid.");
  };
  let judged: Promise<Actor> | undefined;
  return {
    correlationId,
    log,
    draining,
    halting,
    signal,
    actorNow: () => judgeShared(JSON.stringify(credentials), judge),
    actor: () => {
      judged ??= judge();
      return judged;
    },
    refusalOf(error) {
      if (!isOutage(error)) return error;
      log.error({ err: error }, "the database is away");
      return new DomainError(
        "unavailable",
        "database.unavailable",
        "Not just now. Try again soon.",
      );
    },
    contextOf: (actor, until = AbortSignal.any([signal, halting])) =>
      createContext({ db, ports, actor, correlationId, log, ipAddress, signal: until }),
  };
}
