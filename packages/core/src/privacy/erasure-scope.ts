import { listTwinModels } from "@understudy/db/queries/embeddings";
import { listAllTwinIds, listHoldingFiles, listTwinFiles } from "@understudy/db/queries/erase-twin";
import { findVisitorTraces } from "@understudy/db/queries/erase-visitor";
import type { ErasureRow } from "@understudy/db/queries/erasures";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";

/** What is looked for while it goes and when it is gone; kept with the erasure until then. */
export const ErasureScope = z.object({
  /** The twins that go. */
  twinIds: z.array(z.string()),
  /** In whose stores their vectors may be. */
  models: z.array(z.object({ model: z.string(), dimensions: z.number() })),
  /** Of a tenant they are found by their prefix. */
  files: z.array(z.string()),
  visitor: z
    .object({
      twinId: z.string(),
      visitorIds: z.array(z.string()),
      ids: z.array(z.string()),
      conversationIds: z.array(z.string()),
      email: z.string().nullable(),
    })
    .nullable(),
});
export type ErasureScope = z.infer<typeof ErasureScope>;

export async function surveySubject(
  tx: TenantTx,
  { kind, subjectId, twinId }: ErasureRow,
): Promise<ErasureScope> {
  if (kind === "visitor") {
    const visitor = (await findVisitorTraces(tx, subjectId)) ?? null;
    const files = twinId ? await listHoldingFiles(tx, twinId) : [];
    return { twinIds: [], models: [], files, visitor };
  }
  const twinIds = kind === "twin" ? [subjectId] : await listAllTwinIds(tx);
  const models = new Map<string, { model: string; dimensions: number }>();
  for (const each of twinIds) {
    for (const found of await listTwinModels(tx, each)) models.set(JSON.stringify(found), found);
  }
  const files = kind === "twin" ? await listTwinFiles(tx, subjectId) : [];
  return { twinIds, models: [...models.values()], files, visitor: null };
}
