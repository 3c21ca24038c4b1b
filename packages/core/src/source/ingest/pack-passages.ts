import type { listChunkTexts } from "@understudy/db/queries/chunks";
import { buildSegment } from "@understudy/rag/index/build-segment";

type ChunkTexts = Awaited<ReturnType<typeof listChunkTexts>>;

/** What is searched of a version: its passages as they answer. A hidden one keeps its place without a word. */
export function packPassages(chunks: ChunkTexts, title: string): Uint8Array {
  return buildSegment(
    chunks.map(({ text, locator, isShown }) =>
      isShown ? { text, title, headings: locator.headings ?? [] } : { text: "", title: "" },
    ),
  );
}
