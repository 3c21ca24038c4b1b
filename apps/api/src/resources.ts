import type { Auth } from "@understudy/auth/create-auth";
import type { Ports } from "@understudy/core/kernel/ports";
import type { Database } from "@understudy/db/client";
import type { Logger } from "pino";
import type { Environment } from "./env.ts";
import type { Pressure } from "./pressure.ts";
import type { Readiness } from "./readiness/readiness.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

/** What one process holds open; `compose.ts` makes it and closes it. */
export interface Resources {
  env: Environment;
  log: Logger;
  db: Database;
  auth: Auth;
  ports: Ports;
  readiness: Readiness;
  telemetry: Telemetry;
  pressure: Pressure;
  /** Whether an error means that the database is away or overloaded, and the same call may work later. */
  isOutage(error: unknown): boolean;
  /** Aborts when the process is asked to stop: streams without an end of their own say so and end. */
  draining: AbortSignal;
  /** Aborts when the time to finish is over: what still runs is broken off. */
  halting: AbortSignal;
}
