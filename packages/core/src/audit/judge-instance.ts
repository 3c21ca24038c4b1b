import type { Database } from "@understudy/db/client";
import { listErasedTenants } from "@understudy/db/queries/erasures";
import { listTenants } from "@understudy/db/queries/memberships";
import { inAuth, inTenant } from "@understudy/db/scope";
import type { Vault } from "../kernel/vault.ts";
import { readPage } from "./audit-events.ts";
import type { AuditEvent, AuditVerdict } from "./contract.ts";
import { followChain } from "./follow-chain.ts";

const EVENTS_AT_ONCE = 1_000;

export interface JudgedTenant {
  tenantId: string;
  name: string;
  verdict: AuditVerdict;
  /** Its log, newest first. */
  events(): AsyncIterable<AuditEvent>;
}

/** The chains of all tenants, those that were erased included, for whoever runs the instance. */
export async function* judgeInstance(
  db: Database,
  vault: Vault,
  signal: AbortSignal,
): AsyncGenerator<JudgedTenant> {
  const erased = await inAuth(db, listErasedTenants);
  const gone = erased.map((id) => ({ id, name: "An erased workspace" }));
  for (const { id: tenantId, name } of [...(await inAuth(db, listTenants)), ...gone]) {
    const verdict = await followChain({
      tenantId,
      vault,
      signal,
      transaction: (work) => inTenant(db, { tenantId }, work),
    });
    yield { tenantId, name, verdict, events: () => eachEvent(db, tenantId) };
  }
}

async function* eachEvent(db: Database, tenantId: string): AsyncGenerator<AuditEvent> {
  let cursor: string | undefined;
  do {
    const page = await inTenant(db, { tenantId }, (tx) =>
      readPage(tx, { cursor, limit: EVENTS_AT_ONCE }),
    );
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
