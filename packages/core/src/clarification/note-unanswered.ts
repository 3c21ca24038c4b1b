import { openClarification } from "@understudy/db/queries/clarifications";
import type { TenantTx } from "@understudy/db/scope";
import { MAX_QUESTION_CHARACTERS } from "../verified-answer/contract.ts";
import { questionKey } from "../verified-answer/question-key.ts";

interface Asked {
  twinId: string;
  messageId: string;
  /** On its own, without the conversation around it. */
  question: string;
}

/** Joins the transaction that stores an answer which was none. */
export async function noteUnanswered(
  tx: TenantTx,
  { twinId, messageId, question: asked }: Asked,
): Promise<void> {
  const question = asked.trim().slice(0, MAX_QUESTION_CHARACTERS);
  const key = questionKey(question);
  if (key === "") return;
  await openClarification(tx, { twinId, messageId, question, questionKey: key });
}
