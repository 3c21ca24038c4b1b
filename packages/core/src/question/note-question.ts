import type { AskedBecause } from "@understudy/db/column-values";
import { openClarification } from "@understudy/db/queries/clarifications";
import { findClusterAnsweredBy, noteAnswered, noteAsked } from "@understudy/db/queries/note-asked";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { MAX_QUESTION_CHARACTERS } from "../verified-answer/contract.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import { planPlacing } from "./plan-placing.ts";

export interface Asked {
  twinId: string;
  messageId: string;
  /** On its own, without the conversation around it. */
  question: string;
  because: Exclude<AskedBecause, "verified">;
}

/** Joins the transaction that stores an answer which was none or was weak: its owner is to meet the question. */
export async function noteQuestion(ctx: Context, tx: TenantTx, asked: Asked): Promise<void> {
  const noted = read(ctx, asked);
  if (!noted) return;
  const { twinId, messageId, question } = noted;
  if (asked.because === "unanswered") {
    await openClarification(tx, { twinId, messageId, question, questionKey: noted.questionKey });
  }
  if (await noteAsked(tx, noted)) await planPlacing(tx, twinId);
}

/** Joins the transaction that stores an answer which its owner gave before: where they gave it to a cluster, it counts. */
export async function noteGiven(
  ctx: Context,
  tx: TenantTx,
  { verifiedAnswerId, ...asked }: Omit<Asked, "because"> & { verifiedAnswerId: string },
): Promise<void> {
  const clusterId = await findClusterAnsweredBy(tx, verifiedAnswerId);
  const noted = clusterId && read(ctx, { ...asked, because: "verified" });
  if (noted) await noteAnswered(tx, { ...noted, clusterId });
}

function read({ actor }: Context, asked: Omit<Asked, "because"> & { because: AskedBecause }) {
  const question = asked.question.trim().slice(0, MAX_QUESTION_CHARACTERS);
  const key = questionKey(question);
  if (key === "") return undefined;
  const apiKeyId = actor.kind === "api_key" ? actor.apiKeyId : null;
  return { ...asked, question, questionKey: key, apiKeyId };
}
