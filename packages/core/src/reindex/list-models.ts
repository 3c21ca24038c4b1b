import {
  findCandidate,
  findLiveGeneration,
  listDropped,
} from "@understudy/db/queries/index-generations";
import type { Context } from "../kernel/context.ts";

export interface ModelUse {
  model: string;
  dimensions: number | null;
  /** `none`: what there was by it has been reclaimed, and nothing should be left. */
  use: "live" | "candidate" | "none";
}

/** The models that a twin's passages are, are to be, or were found by; each once. */
export async function listModels(
  { transaction }: Pick<Context, "transaction">,
  twinId: string,
): Promise<ModelUse[]> {
  return transaction(async (tx) => {
    const live = await findLiveGeneration(tx, twinId);
    const candidate = await findCandidate(tx, twinId);
    const dropped = await listDropped(tx, twinId);
    const isWaiting = new Set(dropped.flatMap((one) => (one.reclaimedAt ? [] : one.model)));
    const uses = new Map<string, ModelUse>();
    const note = (row: typeof live, use: ModelUse["use"]) => {
      if (!row?.model || uses.has(row.model)) return;
      uses.set(row.model, { model: row.model, dimensions: row.dimensions, use });
    };
    note(live, "live");
    note(candidate, "candidate");
    for (const row of dropped) if (!isWaiting.has(row.model)) note(row, "none");
    return [...uses.values()];
  });
}
