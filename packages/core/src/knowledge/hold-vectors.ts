import { listVectors } from "@understudy/db/queries/embeddings";
import type { Context } from "../kernel/context.ts";
import type { TwinVectors, VersionVectors } from "./twin-vectors.ts";

const VECTORS_PER_READ = 100;

/** Reads what these versions have and is not held yet, and lets go of all others. Gives what is held now. */
export async function holdVectors(
  ctx: Context,
  vectors: TwinVectors,
  { model, versionIds }: { model: string; versionIds: readonly string[] },
): Promise<ReadonlyMap<string, VersionVectors>> {
  const versions = new Map<string, VersionVectors>();
  for (const versionId of versionIds) {
    const known = vectors.find(model, versionId);
    versions.set(versionId, known ?? (await readVersion(ctx, model, versionId)));
  }
  vectors.replace(model, versions);
  return versions;
}

async function readVersion(
  ctx: Context,
  model: string,
  sourceVersionId: string,
): Promise<VersionVectors> {
  const ordinals: number[] = [];
  const vectors: Float32Array[] = [];
  let afterOrdinal = -1;
  for (;;) {
    const page = { sourceVersionId, model, afterOrdinal, limit: VECTORS_PER_READ };
    const rows = await ctx.transaction((tx) => listVectors(tx, page));
    for (const { ordinal, vector } of rows) {
      ordinals.push(ordinal);
      vectors.push(vector);
    }
    if (rows.length < VECTORS_PER_READ) return pack(ordinals, vectors);
    afterOrdinal = rows.at(-1)!.ordinal;
  }
}

function pack(ordinals: number[], vectors: readonly Float32Array[]): VersionVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Float32Array(dimensions * vectors.length);
  for (const [i, vector] of vectors.entries()) values.set(vector, i * dimensions);
  return { ordinals, values, dimensions };
}
