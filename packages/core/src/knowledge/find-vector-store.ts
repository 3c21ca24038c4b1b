import { findGovernance } from "../governance/find-governance.ts";
import { isAllowed } from "../governance/is-allowed.ts";
import type { Context } from "../kernel/context.ts";
import { IN_DATABASE, type VectorStore } from "./vector-store.ts";

/**
 * Where a twin's vectors are put and searched beside the database that keeps them. Null: nowhere else, as
 * nothing is configured, or the rules in force forbid it; then they are searched in memory.
 */
export async function findVectorStore(
  { ports, actor, transaction }: Pick<Context, "ports" | "actor" | "transaction">,
  twinId: string | null,
): Promise<VectorStore | null> {
  const { vectorStore } = ports;
  if (!vectorStore || vectorStore.kind === IN_DATABASE) return vectorStore;
  const governed = { tenantId: actor.tenantId, twinId };
  const { rules } = await transaction((tx) => findGovernance(tx, governed));
  return isAllowed(rules, ports, { id: "vectors", model: vectorStore.kind }) ? vectorStore : null;
}
