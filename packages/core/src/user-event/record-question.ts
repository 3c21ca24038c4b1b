import { insertMessageWords } from "@understudy/db/queries/message-words";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import type { TenantTx } from "@understudy/db/scope";
import { detectLanguage } from "@understudy/rag/text/detect-language";
import { keyTerms } from "@understudy/rag/text/key-terms";
import type { Actor } from "../kernel/actor.ts";

interface Asked {
  actor: Actor;
  conversationId: string;
  /** The question's. */
  messageId: string;
  releaseId: string | null;
  /** As whom it is answered; null: as someone who may see everything. */
  accessGroupIds: string[] | null;
  message: string;
}

/** Joins the transaction that keeps a question. */
export async function recordQuestion(
  tx: TenantTx,
  { actor, message, ...asked }: Asked,
): Promise<void> {
  await Promise.all([
    insertMessageWords(tx, { messageId: asked.messageId, text: message }),
    insertUserEvent(tx, {
      kind: "question_asked",
      ...asked,
      apiKeyId: "apiKeyId" in actor ? actor.apiKeyId : null,
      language: detectLanguage(message),
      terms: keyTerms(message),
    }),
  ]);
}
