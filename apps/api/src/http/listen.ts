import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { StartRefused } from "../start-refused.ts";

/** Longer than what load balancers keep idle, so that they and not we close first. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 20_000;
const LOOK_FOR_SLOW_EVERY_MS = 5_000;
/** A query stands in the address: the longest question takes nine bytes a character there. */
const HEADERS_BYTES = 131_072;
/** A load balancer goes on sending until it has seen that this process is leaving: it is waited for. */
const LOOK_EVERY_MS = 50;
const QUIET_LOOKS = 5;
const MOST_LOOKS = 100;

export interface Listening {
  port: number;
  /** Takes nothing new, and resolves when what was begun has ended. */
  close(): Promise<void>;
  /** Cuts what is still open. */
  cut(): void;
}

/** Says at once what would only show after everything else was opened. */
export async function refuseTakenPort(at: Address): Promise<void> {
  const probe = createServer();
  probe.listen(at.port, at.host);
  try {
    await once(probe, "listening");
  } catch (error) {
    throw asRefusal(error, at);
  }
  probe.close();
  await once(probe, "close");
}

export interface Address {
  host: string;
  port: number;
}

export type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

export interface Patience {
  /** Until the head of a request is whole. */
  headersMs: number;
  lookEveryMs: number;
}

export async function listen(
  fetch: Fetch,
  at: Address,
  { headersMs, lookEveryMs }: Patience = {
    headersMs: HEADERS_MS,
    lookEveryMs: LOOK_FOR_SLOW_EVERY_MS,
  },
): Promise<Listening> {
  let leaving = false;
  let begun = 0;
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: headersMs,
      connectionsCheckingInterval: lookEveryMs,
      maxHeaderSize: HEADERS_BYTES,
    },
  }) as Server;
  server.prependListener("request", (_request, response) => {
    begun += 1;
    if (leaving) response.setHeader("connection", "close");
  });
  server.listen(at.port, at.host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw asRefusal(error, at);
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      leaving = true;
      await untilQuiet(() => begun);
      const closed = once(server, "close");
      server.close();
      // What was begun before ends on connections that their callers would keep for the next request.
      const timer = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
      await closed.finally(() => clearInterval(timer));
    },
    cut: () => server.closeAllConnections(),
  };
}

/** Short looks, not one long wait: between two of them a process that was busy reads what had come. */
async function untilQuiet(countBegun: () => number): Promise<void> {
  let quiet = 0;
  for (let look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look += 1) {
    const before = countBegun();
    await delay(LOOK_EVERY_MS);
    quiet = countBegun() === before ? quiet + 1 : 0;
  }
}

function asRefusal(error: unknown, { host, port }: Address): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new StartRefused(`Port ${port} is taken: set PORT to a free one, or stop what uses it.`);
  }
  if (code === "EACCES") return new StartRefused(`Port ${port} may not be opened by this user.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new StartRefused(`HOST ${host} is not an address of this machine.`);
  }
  return error;
}
