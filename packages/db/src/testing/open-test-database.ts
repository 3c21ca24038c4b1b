import type { Database } from "../database.ts";
import { createEmbeddedTestDatabase } from "./embedded-template.ts";
import { createServerTestDatabase } from "./server-template.ts";

const ENGINES = { embedded: createEmbeddedTestDatabase, server: createServerTestDatabase };

/** The only place that says which engine the tests run on. */
export function testEngine(): keyof typeof ENGINES {
  const engine = process.env.TEST_ENGINE ?? "embedded";
  if (engine in ENGINES) return engine as keyof typeof ENGINES;
  throw new Error(`TEST_ENGINE is ${engine}; it must be embedded or server`);
}

/** A fresh migrated database of its own, copied from a template; `close` leaves nothing of it. */
export function openTestDatabase(): Promise<Database> {
  return ENGINES[testEngine()]();
}
