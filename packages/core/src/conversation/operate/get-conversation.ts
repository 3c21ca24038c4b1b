import { listCorrections } from "@understudy/db/queries/answer-corrections";
import { listNotes } from "@understudy/db/queries/conversation-notes";
import type { ConversationRow } from "@understudy/db/queries/conversations";
import { listLastMessages } from "@understudy/db/queries/messages";
import { findShareLink } from "@understudy/db/queries/share-links";
import { findVisitorCard, type VisitorCardRow } from "@understudy/db/queries/visitors";
import { findWidget } from "@understudy/db/queries/widgets";
import type { TenantTx } from "@understudy/db/scope";
import { useCase } from "../../kernel/use-case.ts";
import { requireConversation } from "../conversations.ts";
import { readConversation } from "../read-conversation.ts";
import { readMessages } from "../read-message.ts";
import { GetConversationInput, OperatedConversation } from "./contract.ts";
import { readNote } from "./notes.ts";
import { readCorrection } from "./read-correction.ts";
import { marksOf } from "./read-items.ts";

/** What was said, the last of it where a limit is given, and all that the owner's people know beside it. */
export const getConversation = useCase({
  permission: "conversation.read",
  input: GetConversationInput,
  output: OperatedConversation,
  run: (ctx, { conversationId, before, limit }) =>
    ctx.transaction(async (tx) => {
      const row = await requireConversation(tx, conversationId);
      const rows = await listLastMessages(tx, {
        conversationId,
        before,
        limit: limit === undefined ? undefined : limit + 1,
      });
      const isWhole = limit === undefined || rows.length <= limit;
      const shown = isWhole ? rows : rows.slice(1);
      const [messages, notes, corrections, visitor, way] = await Promise.all([
        readMessages(ctx, tx, shown),
        listNotes(tx, conversationId),
        shown.length > 0
          ? listCorrections(
              tx,
              shown.map(({ id }) => id),
            )
          : [],
        row.visitorId ? findVisitorCard(tx, row.visitorId) : undefined,
        findWay(tx, row),
      ]);
      return {
        ...readConversation(row),
        ...marksOf(row),
        messages,
        notes: notes.map(readNote),
        corrections: corrections.map(readCorrection),
        visitor: visitor ? readVisitor(visitor) : null,
        canBeTold: visitor !== undefined && canBeTold(visitor),
        way,
        earlierCursor: isWhole ? null : (shown[0]?.id ?? null),
      };
    }),
});

async function findWay(tx: TenantTx, { widgetId, shareLinkId }: ConversationRow) {
  if (widgetId) return (await findWidget(tx, widgetId))?.name ?? null;
  return shareLinkId ? ((await findShareLink(tx, shareLinkId))?.name ?? null) : null;
}

/** They said where, and agreed to the words that ask for it. */
export function canBeTold({
  email,
  consentAt,
}: Pick<VisitorCardRow, "email" | "consentAt">): boolean {
  return email !== null && consentAt !== null;
}

function readVisitor(row: VisitorCardRow) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isVerified: row.verifiedAt !== null,
    consentText: row.consentText,
    consentAt: row.consentAt?.toISOString() ?? null,
    isBlocked: row.blockedAt !== null,
    firstSeenAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    conversations: row.conversations,
  };
}
