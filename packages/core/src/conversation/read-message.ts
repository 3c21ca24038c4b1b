import type { CitationRow } from "@understudy/db/queries/citations";
import type { MessageRow } from "@understudy/db/queries/messages";
import type { Citation, Message } from "./contract.ts";

export function readMessage(row: MessageRow, citations: readonly CitationRow[]): Message {
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
    citations: citations.filter(({ messageId }) => messageId === row.id).map(readCitation),
    createdAt: row.createdAt.toISOString(),
  };
}

function readCitation(row: CitationRow): Citation {
  return {
    sourceId: row.sourceId,
    sourceTitle: row.sourceTitle,
    chunkId: row.chunkId,
    quote: row.quote,
    locator: row.locator,
    answerSpan: { start: row.answerStart, end: row.answerEnd },
  };
}
