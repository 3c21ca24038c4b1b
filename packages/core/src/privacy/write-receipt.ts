import type { ErasureRow } from "@understudy/db/queries/erasures";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Context } from "../kernel/context.ts";
import { isSigned } from "../kernel/signing-key.ts";
import type { ErasureReceipt, SignedReceipt } from "./contract.ts";
import type { Kept } from "./kept-on-purpose.ts";

interface Outcome {
  kept: Kept[];
  verified: ErasureReceipt["verified"];
  completedAt: Date;
}

export function writeReceipt(
  { actor, ports }: Pick<Context, "actor" | "ports">,
  erasure: ErasureRow,
  { kept, verified, completedAt }: Outcome,
): SignedReceipt {
  const { id, kind, subjectId, twinId } = erasure;
  const receipt: ErasureReceipt = {
    format: "understudy erasure receipt 1",
    id,
    instance: ports.appUrl,
    tenantId: actor.tenantId,
    subject: { kind, id: subjectId, twinId },
    requestedBy: { kind: erasure.actorKind, id: erasure.actorId },
    requestedAt: erasure.createdAt.toISOString(),
    startedAt: (erasure.startedAt ?? erasure.createdAt).toISOString(),
    completedAt: completedAt.toISOString(),
    removed: erasure.removed,
    kept,
    verified,
  };
  const { publicKey, sign } = ports.vault.signing;
  const value = sign(canonicalJson(receipt));
  return { receipt, signature: { algorithm: "Ed25519", publicKey, value } };
}

/** Whether it says what the holder of its key signed; whose key that is has to be known from elsewhere. */
export function isGenuine({ receipt, signature }: SignedReceipt): boolean {
  const { publicKey, value } = signature;
  return isSigned({ text: canonicalJson(receipt), publicKey, signature: value });
}
