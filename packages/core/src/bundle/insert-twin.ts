import { switchCollection } from "@understudy/db/queries/collections";
import { insertWholeTwin } from "@understudy/db/queries/insert-bundle";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { startIngestion } from "../source/start-ingestion.ts";
import { holderOf, requireRoom } from "../usage/require-room.ts";
import type { BundledContent } from "./contract.ts";
import { makeRows, versionIdOf } from "./make-rows.ts";
import { mapId } from "./map-id.ts";

export interface Inserted {
  /** Of this import or copy; all ids are made of it. */
  importId: string;
  content: BundledContent;
  handle: string;
  /** Where it comes from, for the record. */
  details: Record<string, string>;
}

export const fileKeyOf = ({ actor }: Context, importId: string, sourceId: string) =>
  `${actor.tenantId}/${mapId(importId, `file of ${sourceId}`)}`;

/** The whole twin, whose files are there already; each of its sources is read anew by a job. Gives its id. */
export async function insertTwinOf(
  ctx: Context,
  tx: TenantTx,
  { importId, content, handle, details }: Inserted,
): Promise<string> {
  const twinId = mapId(importId, "twin");
  const editor = { actorKind: "system", actorId: null };
  const blobKeyOf = (sourceId: string) => fileKeyOf(ctx, importId, sourceId);
  const taken = [...content.collections, ...content.sources];
  const bytes = taken.reduce((sum, { byteSize }) => sum + byteSize, 0);
  const { tenantId } = ctx.actor;
  const { addedByKeyId } = holderOf(ctx.actor, twinId);
  await requireRoom(tx, { tenantId, twinId, addedByKeyId }, { sources: taken.length, bytes });
  const making = { importId, handle, editor, blobKeyOf, addedByKeyId };
  await insertWholeTwin(tx, makeRows(content, making));
  for (const { id } of content.collections) {
    const pageCount = content.sources.filter(({ parentId }) => parentId === id).length;
    const sourceVersionId = versionIdOf(importId, id);
    // Its members make it live as they become so.
    await switchCollection(tx, { sourceId: mapId(importId, id), sourceVersionId, pageCount });
  }
  for (const { id } of content.sources) {
    const sourceVersionId = versionIdOf(importId, id);
    const sourceId = mapId(importId, id);
    await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: "added" });
  }
  const subject = { subjectKind: "twin", subjectId: twinId };
  await ctx.audit(tx, { action: "twin.create", ...subject, details });
  return twinId;
}
