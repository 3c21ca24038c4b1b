import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Rows Removed by Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

/** What Drizzle sends in this transaction from now on. */
export function captureStatements(tx: TenantTx): { text: string; values: unknown[] }[] {
  const statements: { text: string; values: unknown[] }[] = [];
  const { session } = on(tx) as unknown as { session: { logger: object } };
  session.logger = {
    logQuery: (text: string, values: unknown[]) => statements.push({ text, values }),
  };
  return statements;
}

/** Every node of the plan that a statement really took. */
export async function explain(tx: TenantTx, text: string, values: unknown[]): Promise<PlanNode[]> {
  const statement = `explain (analyze, buffers, format json) ${text}`;
  const { rows } = await fromDrizzle(on(tx) as never, sql).executeSql(statement, values);
  return flatten(rows[0]["QUERY PLAN"][0].Plan as PlanNode);
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
