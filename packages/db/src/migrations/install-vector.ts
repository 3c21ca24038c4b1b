import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { isRefusedByPolicy } from "../errors.ts";
import { lockHistory } from "./history.ts";

const MISSING = `
  select from pg_available_extensions where name = 'vector' and installed_version is null`;

/** Installs pgvector where it can be had and our role may; everything else works without it. */
export async function installVector(db: Database): Promise<void> {
  try {
    await engineOf(db).ownerTransaction(async (sql) => {
      if ((await sql.rows(MISSING)).length === 0) return;
      await lockHistory(sql);
      await sql.run("create extension if not exists vector");
    });
  } catch (error) {
    if (!isRefusedByPolicy(error)) throw error;
  }
}
