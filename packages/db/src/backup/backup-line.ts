import type { Applied } from "../migrations/history.ts";

/** One value as PostgreSQL writes it, which every type reads back as it was. */
export type WrittenRow = (string | null)[];

/** What a backup of the rows is made of, in this order; each is a line of JSON. */
export type BackupLine =
  | { what: "history"; steps: Applied[] }
  | { what: "table"; table: string; columns: string[] }
  | { what: "rows"; rows: WrittenRow[] };

/** The backup cannot be restored here; the message says why, for whoever asked. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}
