import type { OverlayAnchor } from "@understudy/db/queries/overlays";
import {
  findPassageOwner,
  listVersionPassages,
  type PassageOwner,
} from "@understudy/db/queries/passage-effects";
import { lockSource } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { rememberPassage } from "./remember-passage.ts";

export async function requirePassage(tx: TenantTx, chunkId: string): Promise<PassageOwner> {
  const owner = await findPassageOwner(tx, chunkId);
  if (!owner) throw notFound("passage");
  return owner;
}

/** The anchor to a passage that answers now. Holds the lock of its source until the transaction ends. */
export async function anchorPassage(
  tx: TenantTx,
  { id, sourceId }: PassageOwner,
): Promise<OverlayAnchor & { chunkId: string }> {
  await lockSource(tx, sourceId);
  const { sourceVersionId, liveVersionId } = await requirePassage(tx, id);
  const passages = await listVersionPassages(tx, sourceVersionId);
  const passage = passages.find((one) => one.id === id);
  if (sourceVersionId !== liveVersionId || !passage) {
    throw new DomainError(
      "conflict",
      "overlay.passage_gone",
      "The source has changed since: this passage is not in it any more.",
    );
  }
  return { ...rememberPassage(passage, passages), chunkId: id };
}
