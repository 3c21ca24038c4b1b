import { type CheckedSource, findCheckedSource } from "@understudy/db/queries/checked-sources";
import {
  deleteFindings,
  dropFindings,
  listContradictionsOf,
  type NewFinding,
  saveFindings,
} from "@understudy/db/queries/save-findings";
import type { TenantTx } from "@understudy/db/scope";
import { findPastPromise } from "@understudy/rag/health/find-past-promise";
import { judgeText } from "@understudy/rag/health/judge-text";
import type { JobContext } from "../kernel/job.ts";
import type { CachedTwin } from "../knowledge/twin-indexes.ts";
import { findingOf, fingerprintOf, type Side } from "./conflict-sides.ts";
import { findConflicts } from "./find-conflicts.ts";
import { readSourceStatements } from "./read-source-statements.ts";

/** What one check looks at of one source; of a longer one the rest goes unchecked, and the log says so. */
const MOST_STATEMENTS = 3_000;
const MOST_FINDINGS = 50;

/** How a source was read, what it promises for a time gone by, and what others say otherwise. */
export async function checkSource(
  ctx: JobContext,
  { twinId, sourceId }: { twinId: string; sourceId: string },
  { index }: CachedTwin,
): Promise<number> {
  const source = await ctx.transaction((tx) => findCheckedSource(tx, sourceId));
  if (!source) return 0;
  const told = await readSourceStatements(ctx, source.liveVersionId);
  if (told.length > MOST_STATEMENTS) {
    await ctx.note(
      "warn",
      `Of ${told.length} sentences of a source, ${MOST_STATEMENTS} are compared.`,
    );
  }
  const claims = told.slice(0, MOST_STATEMENTS).map(({ statement, chunkId, text }) => ({
    statement,
    owner: { ownerId: sourceId, chunkId, text },
  }));
  const within = new Set(index.segmentIds());
  within.delete(source.liveVersionId);
  const conflicts = await findConflicts(ctx, claims, { index, within });
  const contradictions = conflicts
    .toSorted((one, other) => other.conflict.score - one.conflict.score)
    .map((conflict) => findingOf(conflict, "source"))
    .slice(0, MOST_FINDINGS);
  const sentences = new Set(told.map(({ statement }) => statement.text));
  const own = judgeSource(source);
  const findings = distinct([...own, ...contradictions]);
  await ctx.fenced(async (tx) => {
    const except = own.map(({ fingerprint }) => fingerprint);
    await dropFindings(tx, { sourceId, kinds: ["thin", "garbled"], except });
    await dropFindings(tx, {
      sourceId,
      kinds: ["stale"],
      except: [...except, ...SYNC_FINGERPRINTS],
    });
    await dropUnsaid(tx, sourceId, sentences);
    await saveFindings(tx, twinId, findings);
  });
  return findings.length;
}

/** What `check-freshness.ts` looks after. */
export const SYNC_FINGERPRINTS = ["not_synced", "sync_failing"] as const;

function judgeSource({ id: sourceId, kind, text, pageCount }: CheckedSource): NewFinding[] {
  if (kind === "belief") return [];
  const judged = judgeText(text, pageCount);
  const promise = findPastPromise(text, new Date().getUTCFullYear());
  return [
    ...(judged
      ? [
          {
            kind: judged.fault === "thin" ? ("thin" as const) : ("garbled" as const),
            sourceId,
            fingerprint: fingerprintOf([judged.fault, judged.example]),
            score: judged.share,
            details: { fault: judged.fault, example: judged.example },
          },
        ]
      : []),
    ...(promise
      ? [
          {
            kind: "stale" as const,
            sourceId,
            fingerprint: fingerprintOf([promise]),
            details: { because: "past_date", example: promise },
          },
        ]
      : []),
  ];
}

/** Contradictions whose sentence its owner does not say any more. */
export async function dropUnsaid(
  tx: TenantTx,
  ownerId: string,
  sentences: ReadonlySet<string>,
): Promise<void> {
  const known = await listContradictionsOf(tx, ownerId);
  const gone = known.filter(({ details }) => {
    const side = (details.sides as Side[]).find((each) => each.ownerId === ownerId);
    return !side || !sentences.has(side.text.slice(side.start, side.end));
  });
  await deleteFindings(
    tx,
    gone.map(({ id }) => id),
  );
}

function distinct(findings: readonly NewFinding[]): NewFinding[] {
  const keyOf = ({ kind, otherSourceId, fingerprint }: NewFinding) =>
    `${kind} ${otherSourceId} ${fingerprint}`;
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}
