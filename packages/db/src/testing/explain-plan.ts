import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
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
export async function explain(tx: TenantTx, text: string, values: unknown[]): Promise<Node[]> {
  const statement = `explain (analyze, format json) ${text}`;
  const { rows } = await fromDrizzle(on(tx) as never, sql).executeSql(statement, values);
  return flatten(rows[0]["QUERY PLAN"][0].Plan as Node);
}

function flatten(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
