import type { AuditHead } from "@understudy/db/queries/audit-events";

/** What the first event of a chain follows on. */
export const CHAIN_START: AuditHead = { sequence: 0n, hash: new Uint8Array(32) };
