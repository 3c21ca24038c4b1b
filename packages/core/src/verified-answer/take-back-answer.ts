import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import { listVerifiedVersions } from "@understudy/db/queries/verified-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { editVerifiedAnswer } from "./update-verified-answer.ts";
import { dropVerifiedAnswer } from "./verified-answers.ts";

/** It says again what it said before this version, or is gone where it said nothing; false where it was edited since. */
export async function takeBackAnswer(
  ctx: Context,
  tx: TenantTx,
  { verifiedQnaId, verifiedVersion }: { verifiedQnaId: string; verifiedVersion: number },
): Promise<boolean> {
  const current = await findVerifiedAnswer(tx, verifiedQnaId);
  if (!current) return true;
  if (current.version !== verifiedVersion) return false;
  const page = { verifiedAnswerId: verifiedQnaId, beforeNumber: verifiedVersion, limit: 1 };
  const [before] = await listVerifiedVersions(tx, page);
  if (!before) await dropVerifiedAnswer(ctx, tx, verifiedQnaId);
  else {
    const { answer, phrasings } = before;
    await editVerifiedAnswer(ctx, tx, { verifiedAnswerId: verifiedQnaId, answer, phrasings });
  }
  return true;
}
