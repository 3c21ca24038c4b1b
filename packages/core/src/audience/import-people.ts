import { insertImported, updateImported } from "@understudy/db/queries/import-visitors";
import { lockTwin } from "@understudy/db/queries/twins";
import { changeGroupsOfPeople } from "@understudy/db/queries/visitor-groups";
import { indexVisitors } from "@understudy/db/queries/visitor-words";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { requireTwin } from "../twin/twins.ts";
import type { ImportCounts, ImportProblem } from "./contract.ts";
import { type Judged, judgeRows } from "./judge-rows.ts";
import type { PersonRow } from "./read-person-rows.ts";

const ROWS_PER_TRANSACTION = 200;

interface Import {
  twinId: string;
  rows: readonly PersonRow[];
  /** Of each part: how it commits, and how far it has come. */
  commit: <Result>(work: (tx: TenantTx) => Promise<Result>) => Promise<Result>;
  report?: (fraction: number) => Promise<void>;
}

/** People there are already are brought up to date; the same import twice changes nothing. It brings no consent. */
export async function importPeople(
  ctx: Context,
  { twinId, rows, commit, report }: Import,
): Promise<ImportCounts & { problems: ImportProblem[] }> {
  const sum = { created: 0, updated: 0, unchanged: 0, problems: [] as ImportProblem[] };
  for (let first = 0; first < rows.length; first += ROWS_PER_TRANSACTION) {
    ctx.signal.throwIfAborted();
    const batch = rows.slice(first, first + ROWS_PER_TRANSACTION);
    const { judged, problems } = await commit((tx) =>
      importBatch(ctx, tx, { twinId, rows: batch }),
    );
    const count = (effect: Judged["effect"]) =>
      judged.filter((one) => one.effect === effect).length;
    sum.created += count("create");
    sum.updated += count("update");
    sum.unchanged += count("unchanged");
    sum.problems.push(...problems);
    await report?.((first + batch.length) / rows.length);
  }
  return sum;
}

async function importBatch(
  ctx: Context,
  tx: TenantTx,
  { twinId, rows }: { twinId: string; rows: readonly PersonRow[] },
) {
  await requireTwin(tx, twinId);
  // One import at a time: two of them would both find nobody.
  await lockTwin(tx, twinId);
  const { judged, problems } = await judgeRows(tx, { twinId, rows });
  const fresh = judged.filter(({ effect }) => effect === "create");
  const ids = await insertImported(tx, { twinId, values: fresh.map(({ changes }) => changes) });
  const changed = judged.filter(({ effect }) => effect === "update");
  for (const { known, changes } of changed) await updateImported(tx, known!.id, changes);
  const people = [
    ...fresh.map((one, i) => ({ ...one, id: ids[i]! })),
    ...changed.map((one) => ({ ...one, id: one.known!.id })),
  ];
  await indexVisitors(
    tx,
    people.map(({ id }) => id),
  );
  for (const { id, addGroupIds } of people) {
    if (addGroupIds.length === 0) continue;
    await changeGroupsOfPeople(tx, { twinId, visitorIds: [id], add: addGroupIds, remove: [] });
  }
  const subject = { subjectKind: "twin", subjectId: twinId };
  const details = { created: fresh.length, updated: changed.length };
  await ctx.audit(tx, { action: "audience.import", ...subject, details });
  return { judged, problems };
}
