import type { ErasureKind } from "@understudy/db/column-values";
import { type ErasureRow, insertErasure, setErasureJob } from "@understudy/db/queries/erasures";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { Erasure } from "./contract.ts";
import { erasureDeclaration } from "./erasure-declaration.ts";
import { readErasure } from "./read-erasure.ts";
import { shutSubject } from "./shut-subject.ts";

interface Requested {
  kind: ErasureKind;
  subjectId: string;
  twinId: string | null;
  delaySeconds?: number;
}

/** Asked for twice, it is one erasure. What goes at once is out of sight when this transaction ends. */
export async function requestErasure(
  ctx: Context,
  tx: TenantTx,
  { delaySeconds = 0, ...subject }: Requested,
): Promise<Erasure> {
  const by = { actorKind: ctx.actor.kind, actorId: actorIdOf(ctx) };
  const { row, isNew } = await insertErasure(tx, { ...subject, ...by, delaySeconds });
  if (!isNew) return readErasure(row);
  const { kind, subjectId } = subject;
  const jobId = await ctx.enqueue(tx, {
    job: erasureDeclaration,
    payload: { erasureId: row.id },
    subjectId: row.id,
    // The job of a twin's erasure outlives the twin.
    twinId: kind === "visitor" ? subject.twinId : null,
    delaySeconds,
  });
  const asked: ErasureRow = { ...row, jobId };
  await setErasureJob(tx, { erasureId: row.id, jobId });
  if (delaySeconds === 0) await shutSubject(tx, asked);
  const details = { erasureId: row.id, inSeconds: delaySeconds };
  await ctx.audit(tx, { action: `${kind}.erase`, subjectKind: kind, subjectId, details });
  return readErasure(asked);
}

function actorIdOf({ actor }: Context): string | null {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "api_key" ? actor.apiKeyId : null;
}
