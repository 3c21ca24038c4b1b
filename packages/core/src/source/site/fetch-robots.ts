import { BadStatus } from "../../egress/refusals.ts";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { MAX_ROBOTS_BYTES, NO_ROBOTS, type Robots, readRobots } from "./read-robots.ts";

/** A server that sends so much more than the part that is read is no server of rules. */
const MAX_BYTES = 4 * MAX_ROBOTS_BYTES;
const UNKNOWABLE = /^source\.(?:unreachable|timed_out|blocked_address|blocked_port)$/;

/**
 * What a site allows (RFC 9309, 2.3.1): all of it where it says nothing, nothing where it cannot be
 * asked. Refuses `source.robots_unavailable`.
 */
export async function fetchRobots(ctx: Context, origin: string): Promise<Robots> {
  const url = `${origin}/robots.txt`;
  const options = { signal: ctx.signal, accepts: "anything", maxBytes: MAX_BYTES } as const;
  try {
    const { bytes } = await ctx.ports.egress.fetchUrl(url, options);
    const robots = readRobots(url, new TextDecoder().decode(bytes ?? undefined));
    if (robots) return robots;
  } catch (error) {
    if (!(error instanceof DomainError) || ctx.signal.aborted) throw error;
    if (error.reason === "source.blocked_address") throw error;
    const isDown = error instanceof BadStatus && error.code === "unavailable";
    if (!isDown && !UNKNOWABLE.test(error.reason)) return NO_ROBOTS;
  }
  throw new DomainError(
    "unavailable",
    "source.robots_unavailable",
    "The site cannot say which of its pages programs may read: its robots.txt does not come. Try again later.",
  );
}

/** Asked for once an origin. */
export function createRobotsCache(ctx: Context): (address: string) => Promise<Robots> {
  const known = new Map<string, Promise<Robots>>();
  return (address) => {
    const { origin } = new URL(address);
    const robots = known.get(origin) ?? fetchRobots(ctx, origin);
    known.set(origin, robots);
    return robots;
  };
}
