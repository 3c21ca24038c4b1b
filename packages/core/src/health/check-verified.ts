import { saveFindings } from "@understudy/db/queries/save-findings";
import { listAnswersToCheck, type VerifiedText } from "@understudy/db/queries/verified-texts";
import { readStatements } from "@understudy/rag/health/read-statements";
import type { JobContext } from "../kernel/job.ts";
import type { CachedTwin } from "../knowledge/twin-indexes.ts";
import { dropUnsaid } from "./check-source.ts";
import { findingOf } from "./conflict-sides.ts";
import { findConflicts } from "./find-conflicts.ts";

const ANSWERS_PER_READ = 200;

export interface VerifiedCheck {
  twinId: string;
  /** Answers that were edited since are held against everything; the others against what changed. */
  since: Date | null;
  /** The versions that answer by now of the sources that changed. */
  changed: ReadonlySet<string>;
}

/** What the sources say otherwise than the owner's verified answers. */
export async function checkVerified(
  ctx: JobContext,
  { twinId, since, changed }: VerifiedCheck,
  { index }: CachedTwin,
): Promise<number> {
  let [afterId, found]: [string | null, number] = [null, 0];
  const all = new Set(index.segmentIds());
  for (;;) {
    const page = { twinId, afterId, limit: ANSWERS_PER_READ };
    const answers: VerifiedText[] = await ctx.transaction((tx) => listAnswersToCheck(tx, page));
    for (const answer of answers) {
      const isEdited = !since || answer.updatedAt >= since;
      if (!isEdited && changed.size === 0) continue;
      found += await checkAnswer(ctx, answer, { twinId, index, within: isEdited ? all : changed });
    }
    if (answers.length < ANSWERS_PER_READ) return found;
    afterId = answers.at(-1)!.id;
  }
}

async function checkAnswer(
  ctx: JobContext,
  { id, question, answer }: VerifiedText,
  {
    twinId,
    index,
    within,
  }: Pick<CachedTwin, "index"> & { twinId: string; within: ReadonlySet<string> },
): Promise<number> {
  const owner = { ownerId: id, chunkId: null, text: answer };
  const statements = readStatements(answer, question);
  const claims = statements.map((statement) => ({ statement, owner }));
  const conflicts = await findConflicts(ctx, claims, { index, within });
  const findings = conflicts.map(({ conflict, ours, theirs }) =>
    findingOf({ conflict, ours: theirs, theirs: ours }, "verified"),
  );
  const distinct = new Map(
    findings.map((finding) => [`${finding.sourceId} ${finding.fingerprint}`, finding]),
  );
  await ctx.fenced(async (tx) => {
    await dropUnsaid(tx, id, new Set(statements.map(({ text }) => text)));
    await saveFindings(tx, twinId, [...distinct.values()]);
  });
  return distinct.size;
}
