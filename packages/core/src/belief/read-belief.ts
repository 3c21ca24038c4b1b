import { type BeliefRow, findBelief } from "@understudy/db/queries/beliefs";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import type { Belief } from "./contract.ts";

export function readBelief({ createdAt, updatedAt, ...row }: BeliefRow): Belief {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

/** The belief, or the refusal that looks the same for absent, removed and not-yours. */
export async function requireBelief(tx: TenantTx, beliefId: string): Promise<BeliefRow> {
  const row = await findBelief(tx, beliefId);
  if (!row) throw notFound("belief");
  return row;
}
