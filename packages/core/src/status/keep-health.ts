import { performance } from "node:perf_hooks";
import type { Database } from "@understudy/db/database";
import { type HealthObservation, noteHealth } from "@understudy/db/queries/service-health";
import { inDispatch } from "@understudy/db/scope";
import type { Log } from "../kernel/context.ts";
import type { Status } from "./contract.ts";

const LOOK_EVERY_MS = 30_000;

export interface Watched {
  db: Database;
  log: Log;
  status: () => Promise<Status>;
}

/** Notes every half minute how this process finds what it rests on. */
export function keepHealth(watched: Watched): { stop(): Promise<void> } {
  const note = noteStatus(watched);
  let noting = note();
  const timer = setInterval(() => {
    noting = noting.then(note);
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return noting;
    },
  };
}

/** An outage of the database is noted when it is over. */
export function noteStatus({ db, log, status }: Watched): () => Promise<void> {
  let silentSinceMs: number | null = null;
  return async () => {
    const observations: HealthObservation[] = (await status()).dependencies.map(
      ({ name, state, detail = null }) => ({ name, state, detail }),
    );
    const missed = silentSinceMs === null ? [] : [describeOutage(silentSinceMs)];
    try {
      await inDispatch(db, async (tx) => {
        if (missed.length > 0) await noteHealth(tx, missed);
        await noteHealth(tx, observations);
      });
      silentSinceMs = null;
    } catch (error) {
      silentSinceMs ??= performance.now();
      log.warn({ err: error }, "the state of what the product rests on could not be noted");
    }
  };
}

function describeOutage(sinceMs: number): HealthObservation {
  const sinceSeconds = (performance.now() - sinceMs) / 1_000;
  return { name: "database", state: "failed", detail: "it could not be reached", sinceSeconds };
}
