import {
  bumpVerifiedRevision,
  findVerifiedAnswersByKey,
  insertVerifiedAnswers,
  releaseQuestions,
  updateVerifiedAnswer,
  type VerifiedAnswerRow,
} from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import { planHealthCheck } from "../health/plan-health-check.ts";
import type { Context } from "../kernel/context.ts";
import { requireTwin } from "../twin/twins.ts";
import type { ImportReport } from "./contract.ts";
import { requireRoom } from "./create-verified-answer.ts";
import { editorOf } from "./editor-of.ts";
import { embedPhrasings } from "./embed-phrasings.ts";
import { listPhrasings } from "./list-phrasings.ts";
import type { QnaRow } from "./read-qna-rows.ts";

const ROWS_PER_TRANSACTION = 200;

interface Import {
  twinId: string;
  /** The file that is kept as a source; null where none is. */
  sourceId: string | null;
  rows: readonly QnaRow[];
}

type Counts = Omit<ImportReport, "problems">;

/** A question that is there already takes the new answer, as a new version. The same import twice changes nothing. */
export async function importRows(
  ctx: Context,
  { twinId, sourceId, rows }: Import,
): Promise<Counts> {
  const sum: Counts = { created: 0, updated: 0, unchanged: 0 };
  for (let first = 0; first < rows.length; first += ROWS_PER_TRANSACTION) {
    const batch = rows.slice(first, first + ROWS_PER_TRANSACTION);
    const counts = await ctx.transaction((tx) =>
      importBatch(ctx, tx, { twinId, sourceId, rows: batch }),
    );
    sum.created += counts.created;
    sum.updated += counts.updated;
    sum.unchanged += counts.unchanged;
  }
  const texts = rows.flatMap(({ question, phrasings }) => [question, ...phrasings]);
  await embedPhrasings(ctx, texts, { twinId, atMost: texts.length });
  return sum;
}

async function importBatch(
  ctx: Context,
  tx: TenantTx,
  { twinId, sourceId, rows }: Import,
): Promise<Counts> {
  await requireTwin(tx, twinId);
  await bumpVerifiedRevision(tx, twinId);
  await planHealthCheck(tx, twinId);
  const keys = rows.map((row) => row.questionKey);
  await releaseQuestions(tx, { twinId, keys });
  const present = await findVerifiedAnswersByKey(tx, { twinId, keys });
  const fresh = rows.filter((row) => !present.has(row.questionKey));
  await requireRoom(tx, { twinId, more: fresh.length });
  const editor = editorOf(ctx.actor);
  const entries = fresh.map(({ line, ...row }) => ({ ...row, reviewBy: null }));
  await insertVerifiedAnswers(tx, { twinId, sourceId, entries, editor });
  let updated = 0;
  for (const row of rows) {
    const current = present.get(row.questionKey);
    const changes = current && findChanges(current, row, sourceId);
    if (!changes) continue;
    const { id: verifiedAnswerId, version } = current;
    await updateVerifiedAnswer(tx, { verifiedAnswerId, version, changes, editor });
    updated += 1;
  }
  const subject = { subjectKind: "twin", subjectId: twinId };
  const counts = { created: fresh.length, updated, unchanged: present.size - updated };
  await ctx.audit(tx, { action: "verifiedAnswer.import", ...subject, details: counts });
  return counts;
}

/** What came with an import goes with the newest one that has it; what a person wrote stays. */
export function findChanges(current: VerifiedAnswerRow, row: QnaRow, sourceId: string | null) {
  const phrasings = listPhrasings(current.question, [...current.phrasings, ...row.phrasings]);
  const keptSourceId = current.sourceId && sourceId ? sourceId : current.sourceId;
  const isSame =
    current.answer === row.answer &&
    phrasings.length === current.phrasings.length &&
    keptSourceId === current.sourceId;
  return isSame ? null : { answer: row.answer, phrasings, sourceId: keptSourceId };
}
