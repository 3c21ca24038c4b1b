import { listVersionPassages } from "@understudy/db/queries/passage-effects";
import { findSource } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import { anchorOf } from "../overlay/anchor-of.ts";
import { requirePassage } from "../overlay/require-passage.ts";
import { requireVerifiedAnswer } from "../verified-answer/require-verified-answer.ts";
import type { NewExpectation } from "./contract.ts";
import type { StoredExpectation } from "./stored-test.ts";

interface Anchoring {
  twinId: string;
  wanted: readonly NewExpectation[];
  /** Those that the test has: what they name may have gone since, and stays named. */
  kept?: readonly StoredExpectation[];
}

/** As they are kept: what they name is the twin's, and a passage can be found again. */
export function anchorExpectations(
  tx: TenantTx,
  { twinId, wanted, kept = [] }: Anchoring,
): Promise<StoredExpectation[]> {
  return Promise.all(
    wanted.map((each) => kept.find((old) => isSame(old, each)) ?? anchor(tx, twinId, each)),
  );
}

function isSame(old: StoredExpectation, wanted: NewExpectation): boolean {
  if (old.kind === "cites_passage" && wanted.kind === old.kind)
    return old.chunkId === wanted.chunkId;
  if (old.kind === "cites_source" && wanted.kind === old.kind) {
    return old.sourceId === wanted.sourceId;
  }
  return false;
}

async function anchor(
  tx: TenantTx,
  twinId: string,
  wanted: NewExpectation,
): Promise<StoredExpectation> {
  if (wanted.kind === "cites_passage") return anchorPassage(tx, twinId, wanted.chunkId);
  if (wanted.kind === "cites_source") {
    return { ...wanted, sourceTitle: await requireTitle(tx, twinId, wanted.sourceId) };
  }
  if (wanted.kind === "verified" && wanted.verifiedAnswerId) {
    const row = await requireVerifiedAnswer(tx, wanted.verifiedAnswerId);
    if (row.twinId !== twinId) throw notFound("verifiedAnswer");
  }
  return wanted;
}

async function anchorPassage(
  tx: TenantTx,
  twinId: string,
  chunkId: string,
): Promise<StoredExpectation> {
  const owner = await requirePassage(tx, chunkId);
  if (owner.twinId !== twinId) throw notFound("passage");
  const { sourceId, sourceVersionId } = owner;
  const passages = await listVersionPassages(tx, sourceVersionId);
  const passage = passages.find(({ id }) => id === chunkId)!;
  return {
    kind: "cites_passage",
    chunkId,
    sourceId,
    sourceTitle: await requireTitle(tx, twinId, sourceId),
    text: passage.shownText ?? passage.text,
    anchor: anchorOf(passage, passages),
  };
}

async function requireTitle(tx: TenantTx, twinId: string, sourceId: string): Promise<string> {
  const source = await findSource(tx, sourceId);
  if (source?.twinId !== twinId) throw notFound("source");
  return source.title;
}
