import type { SessionAccount } from "@understudy/db/queries/session-identity";
import { inResolver, type ResolverTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import type { Context, Log } from "./context.ts";
import { type ContextRequest, createContext } from "./create-context.ts";
import type { Ports } from "./ports.ts";
import { limitRates, type Rate, type Refused, takeOfRates } from "./rates.ts";

/** Where a browser says that its page stands. */
export interface Standing {
  origin: string | null;
  /** The page is one of ours. */
  isOurs: boolean;
}

/** All that may be reached before it is known who asks; what they show comes with the input. */
export interface Door {
  readonly log: Log;
  readonly ports: Ports;
  readonly ipAddress: string;
  readonly standing: Standing;
  /** Finds ids by what was shown; nothing else is seen there. */
  resolve<Result>(work: (tx: ResolverTx) => Promise<Result>): Promise<Result>;
  take(rates: readonly Rate[]): Promise<Refused | null>;
  limit(rates: readonly Rate[]): Promise<void>;
  /** The account whose session the browser sent along; throws `unauthenticated`. */
  account(): Promise<SessionAccount>;
  /** Goes on as someone who has proved to be that. */
  enter(actor: Actor): Context;
}

/** What anyone may call: it judges by itself what it is shown. */
export interface DoorCase<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  readonly run: (door: Door, input: z.output<Input>) => Promise<z.input<Output>>;
}

export function doorCase<Input extends z.ZodType, Output extends z.ZodType>(
  definition: DoorCase<Input, Output>,
): DoorCase<Input, Output> {
  return definition;
}

export interface DoorRequest extends Omit<ContextRequest, "actor"> {
  standing: Standing;
  account: Door["account"];
}

export function createDoor({ standing, account, ...request }: DoorRequest): Door {
  const { db, log, ports, ipAddress = "" } = request;
  return {
    log,
    ports,
    ipAddress,
    standing,
    account,
    resolve: (work) => inResolver(db, work),
    take: (rates) => takeOfRates(db, rates),
    limit: (rates) => limitRates(db, rates),
    enter: (actor) => createContext({ ...request, actor }),
  };
}
