import { asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Locator } from "../tables/document.ts";
import { citations } from "../tables/messages.ts";
import { sources } from "../tables/sources.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(citations);
/** With the address that its source came from, while that is there. */
export type CitationRow = Omit<typeof citations.$inferSelect, "tenantId"> & {
  sourceUrl: string | null;
};

export interface NewCitation {
  sourceId: string;
  sourceTitle: string;
  sourceVersionId: string;
  chunkId: string | null;
  quote: string;
  locator: Locator;
  /** The owner's words instead of those at the locator. */
  corrected?: boolean;
  /** UTF-16 offsets into the answer. */
  answerSpan: { start: number; end: number };
}

export async function insertCitations(
  tx: TenantTx,
  answer: { messageId: string; twinId: string; citations: readonly NewCitation[] },
): Promise<void> {
  const { messageId, twinId } = answer;
  const rows = answer.citations.map(({ answerSpan, ...citation }, ordinal) => ({
    ...citation,
    messageId,
    twinId,
    ordinal,
    answerStart: answerSpan.start,
    answerEnd: answerSpan.end,
  }));
  if (rows.length > 0) await on(tx).insert(citations).values(rows);
}

/** Of all these messages, each message's in order. */
export async function listCitations(
  tx: TenantTx,
  messageIds: readonly string[],
): Promise<CitationRow[]> {
  if (messageIds.length === 0) return [];
  return on(tx)
    .select({ ...shown, sourceUrl: sources.url })
    .from(citations)
    .leftJoin(sources, eq(sources.id, citations.sourceId))
    .where(inArray(citations.messageId, [...messageIds]))
    .orderBy(asc(citations.messageId), asc(citations.ordinal));
}
