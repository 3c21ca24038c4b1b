import { setImmediate as nextTurn } from "node:timers/promises";
import { listChunkTexts } from "@understudy/db/queries/chunks";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import { createSegmentBuilder } from "@understudy/rag/index/build-segment";

const PASSAGES_PER_READ = 200;

/**
 * What is searched of a version: its passages as they answer. A hidden one keeps its place without a
 * word. Page by page, so that neither the texts of a large source are held nor others kept waiting.
 */
export async function packPassages(
  inTransaction: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>,
  { id: sourceVersionId, sourceTitle: title }: Pick<OwnedVersionRow, "id" | "sourceTitle">,
): Promise<{ bytes: Uint8Array; passageCount: number }> {
  const builder = createSegmentBuilder();
  for (;;) {
    const page = { sourceVersionId, from: builder.passageCount, limit: PASSAGES_PER_READ };
    const chunks = await inTransaction((tx) => listChunkTexts(tx, page));
    for (const { text, locator, isShown } of chunks) {
      builder.add(
        isShown ? { text, title, headings: locator.headings ?? [] } : { text: "", title: "" },
      );
    }
    if (chunks.length < PASSAGES_PER_READ) break;
    await nextTurn();
  }
  return { bytes: builder.finish(), passageCount: builder.passageCount };
}
