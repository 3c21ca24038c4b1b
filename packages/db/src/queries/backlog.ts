import { sql } from "drizzle-orm";
import type { JobKind } from "../column-values.ts";
import { rowsOf } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";

export interface Backlog {
  jobs: { kind: JobKind; status: "queued" | "running"; count: number }[];
  /** 0 when nothing that is due waits. */
  oldestDueSeconds: number;
}

/** What waits and what runs, of all tenants. */
export async function countBacklog(tx: DispatchTx): Promise<Backlog> {
  const rows = await rowsOf<Backlog["jobs"][number] & { oldest: number }>(
    tx,
    sql`select kind, status, count(*)::int as count,
          coalesce(extract(epoch from max(now() - due_at) filter (where status = 'queued')), 0)::float8 as oldest
        from jobs where status in ('queued', 'running') group by kind, status`,
  );
  const oldestDueSeconds = Math.max(0, ...rows.map(({ oldest }) => oldest));
  return {
    jobs: rows.map(({ kind, status, count }) => ({ kind, status, count })),
    oldestDueSeconds,
  };
}
