import type { AuditHead as StoredHead } from "@understudy/db/queries/audit-events";
import type { AuditHead } from "./contract.ts";

export function showHead({ sequence, hash }: StoredHead): AuditHead {
  return { sequence: Number(sequence), hash: Buffer.from(hash).toString("hex") };
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
