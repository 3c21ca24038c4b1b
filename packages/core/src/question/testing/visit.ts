import { insertConversation } from "@understudy/db/queries/conversations";
import { insertExchange } from "@understudy/db/queries/messages";
import { insertVisitor, saveLead } from "@understudy/db/queries/visitors";
import type { Context } from "../../kernel/context.ts";
import { noteQuestion } from "../note-question.ts";

interface Visitor {
  /** Where they agreed to hear. */
  email?: string;
  groupId?: string;
}

/** Somebody comes; what they ask is not answered. */
export async function visit(owner: Context, twinId: string, { email, groupId }: Visitor = {}) {
  const visitorId = await owner.transaction(async (tx) => {
    const resumeHash = crypto.getRandomValues(new Uint8Array(32));
    const { id } = await insertVisitor(tx, { twinId, resumeHash });
    if (email) await saveLead(tx, { visitorId: id, email, consentText: "Yes." });
    return id;
  });
  const accessGroupIds = groupId ? [groupId] : [];
  return (question: string) =>
    owner.transaction(async (tx) => {
      const begun = { twinId, channel: "api", visitorId } as const;
      const { id: conversationId } = await insertConversation(tx, begun);
      const asked = { conversationId, twinId, releaseId: null, message: question, accessGroupIds };
      const { answerId: messageId } = await insertExchange(tx, asked);
      await noteQuestion(owner, tx, { twinId, messageId, question, because: "unanswered" });
    });
}
