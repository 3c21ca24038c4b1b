import {
  findCachedVectors,
  insertEmbeddings,
  listUnembeddedChunks,
  type NewEmbedding,
} from "@understudy/db/queries/embeddings";
import { claimDimensions } from "@understudy/db/queries/index-generations";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { meterEmbedder } from "../../budget/meter-embedder.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { hex } from "../../kernel/hex.ts";
import type { JobContext } from "../../kernel/job.ts";

type Version = OwnedVersionRow;
type Unembedded = Awaited<ReturnType<typeof listUnembeddedChunks>>;

/** Few enough that nothing waits long for the database, which on the embedded engine is the process. */
const ROWS_PER_WRITE = 16;

export interface Embedded {
  version: Version;
  embedder: Embedder;
  /** What each write waits for its turn by; at once when it is not given. */
  inTurn?: (write: () => Promise<void>) => Promise<void>;
}

/** Makes a vector for each passage of a version that has none by the model; each finished batch is kept at once. */
export async function embedPassages(
  ctx: JobContext,
  embedded: Embedded,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { version, embedder } = embedded;
  const { id: sourceVersionId, twinId } = version;
  const { model, maxBatchSize: limit } = embedder;
  const metered = meterEmbedder(ctx, twinId, embedder);
  let done = 0;
  for (;;) {
    const chunks = await ctx.transaction((tx) =>
      listUnembeddedChunks(tx, { sourceVersionId, model, limit }),
    );
    if (chunks.length === 0) break;
    await embedBatch(ctx, { ...embedded, embedder: metered }, chunks);
    done += chunks.length;
    await report(Math.min(1, done / Math.max(1, version.chunkCount ?? done)));
  }
}

async function embedBatch(ctx: JobContext, embedded: Embedded, chunks: Unembedded): Promise<void> {
  const { embedder, inTurn = (write) => write() } = embedded;
  const hashes = chunks.map((chunk) => chunk.contentHash);
  const cached = await ctx.transaction((tx) =>
    findCachedVectors(tx, { model: embedder.model, contentHashes: hashes }),
  );
  const missing = chunks.filter((chunk) => !cached.has(hex(chunk.contentHash)));
  const vectors = missing.length
    ? await embedder.embed(
        missing.map((chunk) => chunk.text),
        { signal: ctx.signal, correlationId: ctx.correlationId },
      )
    : [];
  const fresh = new Map(missing.map((chunk, i) => [hex(chunk.contentHash), vectors[i]!]));
  const rows = chunks.map((chunk) => {
    const key = hex(chunk.contentHash);
    return {
      chunkId: chunk.id,
      contentHash: chunk.contentHash,
      vector: (fresh.get(key) ?? cached.get(key))!,
    };
  });
  for (let first = 0; first < rows.length; first += ROWS_PER_WRITE) {
    await inTurn(() => keep(ctx, embedded, rows.slice(first, first + ROWS_PER_WRITE)));
  }
}

/** A server may put another model under a name: what it makes then is not to be held beside the old. */
async function keep(
  ctx: JobContext,
  { version, embedder: { model } }: Embedded,
  rows: readonly NewEmbedding[],
): Promise<void> {
  const sizes = new Set(rows.map(({ vector }) => vector.length));
  const [dimensions = 0] = sizes;
  await ctx.fenced(async (tx) => {
    const fits = await claimDimensions(tx, { twinId: version.twinId, model, dimensions });
    if (!fits || sizes.size > 1) throw otherSize(model, [...sizes]);
    await insertEmbeddings(tx, { version, model, rows });
  });
}

function otherSize(model: string, sizes: readonly number[]): DomainError {
  return new DomainError(
    "unavailable",
    "index.other_size",
    `“${model}” makes vectors of another size now (${sizes.join(", ")}): they cannot be held beside its older ones.`,
  );
}
