import { findLiveVersion } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { requireSource } from "../source/require-source.ts";
import { keepCorrections } from "./keep-corrections.ts";

/** What answers of a source follows its corrections; the caller holds its lock. */
export async function correctLive(ctx: Context, tx: TenantTx, sourceId: string): Promise<void> {
  const { title: sourceTitle } = await requireSource(tx, sourceId);
  const live = await findLiveVersion(tx, sourceId);
  if (live) await keepCorrections(ctx, tx, { ...live, sourceTitle });
}
