import { actorHolds } from "@understudy/core/kernel/actor";
import type { Context } from "@understudy/core/kernel/context";
import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Permission } from "@understudy/core/kernel/permissions";
import type { RequestContext } from "./request-context.ts";

const JUDGE_EVERY_MS = 3_000;
/** A database that restarts is no reason to cut what is being said; one that stays away is. */
const MOST_UNKNOWN = 3;

export interface JudgedStream<Item> {
  permission: Permission;
  /** What ends it from outside, beside a caller who leaves. */
  until: AbortSignal;
  run(ctx: Context): AsyncIterable<Item>;
}

/** A stream that outlives neither its caller, nor the caller's right to it, nor this process. */
export async function* judgedStream<Item>(
  request: RequestContext,
  { permission, until, run }: JudgedStream<Item>,
): AsyncGenerator<Item> {
  const refusal = new AbortController();
  let unknown = 0;
  const judgeAgain = async () => {
    try {
      await judge(request, permission);
      unknown = 0;
    } catch (error) {
      unknown += 1;
      if (error instanceof DomainError || unknown === MOST_UNKNOWN) refusal.abort(error);
    }
  };
  const watch = setInterval(() => void judgeAgain(), JUDGE_EVERY_MS);
  const signal = AbortSignal.any([refusal.signal, request.signal, until]);
  try {
    yield* run(request.contextOf(await request.actor(), signal));
    if (refusal.signal.aborted) throw refusal.signal.reason;
    if (request.draining.aborted) throw stopped();
  } finally {
    clearInterval(watch);
  }
}

async function judge(request: RequestContext, permission: Permission): Promise<void> {
  const actor = await request.actorNow();
  if (actorHolds(actor, permission)) return;
  throw new DomainError("forbidden", "permission.missing", `This needs the right ${permission}.`);
}

function stopped(): DomainError {
  return new DomainError("unavailable", "server.stopping", "The server is restarting. Try again.");
}
