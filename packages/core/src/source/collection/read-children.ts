import { type ChunkRow, listChunks } from "@understudy/db/queries/chunks";
import { listLiveChildren } from "@understudy/db/queries/collections";
import { getParsedVersion } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";

export type ChildChunk = ChunkRow & { childId: string };

const CHILDREN_PER_READ = 20;
const MAX_TEXT_CHARACTERS = 1_000_000;

/** The passages of a collection's sources, one source after another, behind the last one seen. */
export async function listChildChunks(
  tx: TenantTx,
  page: { parentId: string; childId: string | null; afterOrdinal: number; limit: number },
): Promise<ChildChunk[]> {
  const rows: ChildChunk[] = [];
  for await (const child of liveChildren(tx, page.parentId, page.childId)) {
    const afterOrdinal = child.id === page.childId ? page.afterOrdinal : -1;
    const limit = page.limit - rows.length;
    const chunks = await listChunks(tx, {
      sourceVersionId: child.liveVersionId,
      afterOrdinal,
      limit,
    });
    rows.push(...chunks.map((chunk) => ({ ...chunk, childId: child.id })));
    if (rows.length >= page.limit) break;
  }
  return rows;
}

/** The texts of a collection's sources under their titles, as many as a reader could want at once. */
export async function readChildTexts(tx: TenantTx, parentId: string): Promise<string> {
  const texts: string[] = [];
  let size = 0;
  for await (const child of liveChildren(tx, parentId, null)) {
    const { text } = await getParsedVersion(tx, child.liveVersionId);
    texts.push(`# ${child.title}\n\n${text}`);
    size += text.length;
    if (size >= MAX_TEXT_CHARACTERS) break;
  }
  return texts.join("\n\n").slice(0, MAX_TEXT_CHARACTERS);
}

async function* liveChildren(tx: TenantTx, parentId: string, fromId: string | null) {
  let from = fromId;
  for (;;) {
    const limit = CHILDREN_PER_READ + 1;
    const children = await listLiveChildren(tx, { parentId, fromId: from, limit });
    for (const { id, title, liveVersionId } of children.slice(0, CHILDREN_PER_READ)) {
      if (liveVersionId) yield { id, title, liveVersionId };
    }
    from = children[CHILDREN_PER_READ]?.id ?? null;
    if (!from) return;
  }
}
