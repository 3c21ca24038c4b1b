import type { TenantTx } from "../scope.ts";
import { captureStatements, explain, type PlanNode } from "./explain-plan.ts";

export interface PlanRead {
  /** Tables that were read from end to end. */
  scanned: string[];
  indexes: string[];
  /** Pages of 8 kB, each as often as it was looked at. */
  buffers: number;
}

/** How the database went about all that `work` asked it. */
export async function readPlan(
  tx: TenantTx,
  work: (tx: TenantTx) => Promise<unknown>,
): Promise<PlanRead> {
  const statements = captureStatements(tx);
  await work(tx);
  const plans: PlanNode[][] = [];
  for (const { text, values } of [...statements]) plans.push(await explain(tx, text, values));
  const nodes = plans.flat();
  const distinct = (names: (string | undefined)[]) => [
    ...new Set(names.filter((n) => n !== undefined)),
  ];
  return {
    scanned: distinct(
      nodes.map((node) => (node["Node Type"] === "Seq Scan" ? node["Relation Name"] : undefined)),
    ),
    indexes: distinct(nodes.map((node) => node["Index Name"])),
    buffers: plans.reduce((sum, [top]) => sum + pages(top!), 0),
  };
}

const pages = (node: PlanNode) =>
  (node["Shared Hit Blocks"] ?? 0) + (node["Shared Read Blocks"] ?? 0);
