import { type CitationRow, listCitations } from "@understudy/db/queries/citations";
import { type FeedbackRow, listFeedback } from "@understudy/db/queries/feedback";
import type { MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import type { Citation, Message } from "./contract.ts";

/** Messages with what belongs to them, in the order given. */
export async function readMessages(tx: TenantTx, rows: readonly MessageRow[]): Promise<Message[]> {
  const ids = rows.map((row) => row.id);
  const citations = Map.groupBy(await listCitations(tx, ids), ({ messageId }) => messageId);
  const feedback = new Map((await listFeedback(tx, ids)).map((given) => [given.messageId, given]));
  return rows.map((row) => readMessage(row, citations.get(row.id) ?? [], feedback.get(row.id)));
}

function readMessage(
  row: MessageRow,
  citations: readonly CitationRow[],
  feedback: FeedbackRow | undefined,
): Message {
  return {
    id: row.id,
    role: row.role,
    text: row.text,
    status: row.status,
    answered: row.answered,
    verified: row.verified,
    writer: row.writer,
    model: row.model,
    supportedShare: row.supportedShare,
    unsupportedSpans: row.unsupportedSpans,
    ...(row.errorReason && { failure: { reason: row.errorReason } }),
    citations: citations.map(readCitation),
    feedback: feedback ? { rating: feedback.rating, comment: feedback.comment } : null,
    createdAt: row.createdAt.toISOString(),
  };
}

function readCitation(row: CitationRow): Citation {
  return {
    sourceId: row.sourceId,
    sourceTitle: row.sourceTitle,
    ...(row.sourceUrl && { sourceUrl: row.sourceUrl }),
    chunkId: row.chunkId,
    quote: row.quote,
    locator: row.locator,
    answerSpan: { start: row.answerStart, end: row.answerEnd },
  };
}
