import { setTimeout as delay } from "node:timers/promises";
import * as queries from "@understudy/db/queries/idempotent-calls";
import type { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { UseCase } from "../kernel/use-case.ts";
import { inProgress, otherInput, superseded, unfinished } from "./refusals.ts";

/** How long the same key means the same call. */
export const KEPT_SECONDS = 24 * 3_600;
/** Longer than any use-case takes. */
const LEASE_SECONDS = 120;
const LONGEST_WAIT_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

export interface CallOnce<Input> {
  input: Input;
  procedure: string;
  key: string;
  /** Of several calls under one key, which. */
  place: number;
}

/**
 * Runs a use-case once for a key of its caller's choice: the same again gets the same reply, and so
 * does one that comes while the first is under way, in whichever process. Another input is refused.
 */
export async function runOnce<Input extends z.ZodType, Output extends z.ZodType>(
  ctx: Context,
  useCase: UseCase<Input, Output>,
  call: CallOnce<z.output<Input>>,
): Promise<z.output<Output>> {
  const caller = callerOf(ctx.actor);
  if (caller === null) return useCase.output.parse(await useCase.run(ctx, call.input));
  const { vault } = ctx.ports;
  const said = JSON.stringify(["idempotent call", call.procedure, call.input]);
  const asked = { caller, key: call.key, place: call.place };
  const claim = { ...asked, fingerprint: vault.vouch(said), ...TIMES };
  const giveUpAtMs = performance.now() + LONGEST_WAIT_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    const attempt = await ctx.transaction((tx) => queries.claimCall(tx, claim));
    if (attempt) return perform(ctx, useCase, { input: call.input, attempt });
    const earlier = await ctx.transaction((tx) => queries.findCall(tx, asked));
    const reply = earlier && replyOf(earlier, claim.fingerprint);
    if (reply) return JSON.parse(vault.open(reply)) as z.output<Output>;
    if (performance.now() > giveUpAtMs) throw inProgress();
    await delay(pauseMs, undefined, { signal: ctx.signal });
  }
}

const TIMES = { leaseSeconds: LEASE_SECONDS, keptSeconds: KEPT_SECONDS };

/** Null: what visitors do changes nothing when it is done again, and has no credential that lasts. */
function callerOf(actor: Actor): string | null {
  if (actor.kind === "user") return `user:${actor.userId}`;
  return actor.kind === "api_key" ? `api_key:${actor.apiKeyId}` : null;
}

/** Null while it is under way. */
function replyOf(earlier: queries.FoundCall, fingerprint: Uint8Array): Uint8Array | null {
  if (!Buffer.from(fingerprint).equals(earlier.fingerprint)) throw otherInput();
  if (earlier.isUnderWay) return null;
  if (earlier.reply) return earlier.reply;
  throw unfinished();
}

async function perform<Input extends z.ZodType, Output extends z.ZodType>(
  ctx: Context,
  { output, run }: UseCase<Input, Output>,
  { input, attempt }: { input: z.output<Input>; attempt: queries.CallAttempt },
): Promise<z.output<Output>> {
  const seal = (reply: unknown) => ctx.ports.vault.seal(JSON.stringify(reply ?? null));
  const transaction: Context["transaction"] = (work) =>
    ctx.transaction(async (tx) => {
      const result = await work(tx);
      const reply = output.safeParse(result);
      const sealed = reply.success ? seal(reply.data) : null;
      if (!(await queries.noteEffect(tx, attempt, sealed))) throw superseded();
      return result;
    });
  try {
    const reply = output.parse(await run({ ...ctx, transaction }, input));
    await ctx.transaction((tx) => queries.endCall(tx, attempt, seal(reply)));
    return reply;
  } catch (error) {
    await giveUp(ctx, attempt);
    throw error;
  }
}

/** Where even that cannot be written, the lease ends by itself. */
async function giveUp(ctx: Context, attempt: queries.CallAttempt): Promise<void> {
  try {
    await ctx.transaction((tx) => queries.giveUpCall(tx, attempt));
  } catch (error) {
    ctx.log.warn({ err: error }, "a failed call could not be given up");
  }
}
