import { countTwins } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";

/** All of them are there, and the caller's; null asks for none. */
export async function requireTwins(tx: TenantTx, twinIds: string[] | null): Promise<void> {
  if (twinIds === null) return;
  if ((await countTwins(tx, twinIds)) !== new Set(twinIds).size) throw notFound("twin");
}
