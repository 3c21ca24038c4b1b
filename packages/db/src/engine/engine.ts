import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { ConstructorOptions } from "pg-boss";
import type { Gap } from "../database.ts";

/** Drizzle over either driver; it never leaves this package. */
export type Sql = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The owner's own statements: several in one text, and rows as the driver gives them. */
export interface OwnerSql {
  run(script: string): Promise<void>;
  rows<Row>(query: string, parameters?: unknown[]): Promise<Row[]>;
}

/** What the two engines have in common. */
export interface Engine {
  readonly kind: "embedded" | "memory" | "server";
  /** Settings that every scope begins with. */
  readonly limits: Record<string, string>;
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  longestWaitMs(): number;
  ownerTransaction<T>(work: (sql: OwnerSql) => Promise<T>): Promise<T>;
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap: (gap: Gap) => void,
  ): Promise<() => Promise<void>>;
  /** False behind a pooler that hands sessions around: then changes are found by asking. */
  notifies(): Promise<boolean>;
  queueOptions(): ConstructorOptions;
  /** The whole data directory, where the engine has one of its own. */
  dump?(): Promise<Blob>;
  /** Where the engine has nothing that does it by itself. */
  settle?(): Promise<string[]>;
  close(): Promise<void>;
}
