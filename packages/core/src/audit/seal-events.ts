import type { Database } from "@understudy/db/client";
import { findAuditHead, listUnsealedEvents } from "@understudy/db/queries/audit-events";
import { appendSeals, listUnsealedTenants, type Seals } from "@understudy/db/queries/audit-seals";
import { inDispatch, inTenant } from "@understudy/db/scope";
import type { Log } from "../kernel/context.ts";
import type { Vault } from "../kernel/vault.ts";
import { CHAIN_START } from "./chain-start.ts";
import { eventText } from "./event-text.ts";

const EVENTS_AT_ONCE = 500;

interface Sealing {
  db: Database;
  vault: Vault;
  log: Log;
}

/**
 * Takes the events of all tenants into their chains. Writers do not wait for one another: an event
 * is written unsealed with its change, and gets its place here, a moment later.
 */
export async function sealEvents({ db, vault, log }: Sealing): Promise<void> {
  for (const tenantId of await inDispatch(db, listUnsealedTenants)) {
    const seals = await makeSeals(db, vault, tenantId);
    if (!seals || !(await inDispatch(db, (tx) => appendSeals(tx, seals)))) continue;
    const sequence = seals.head.sequence + BigInt(seals.links.length);
    const hash = Buffer.from(seals.links.at(-1)?.hash ?? []).toString("hex");
    // Kept wherever logs are kept: a chain that was cut at its end no longer reaches it.
    log.info({ tenantId, sequence: sequence.toString(), hash }, "audit events were sealed");
  }
}

async function makeSeals(db: Database, vault: Vault, tenantId: string): Promise<Seals | null> {
  const [head = CHAIN_START, events] = await inTenant(db, { tenantId }, (tx) =>
    Promise.all([findAuditHead(tx), listUnsealedEvents(tx, EVENTS_AT_ONCE)]),
  );
  if (events.length === 0) return null;
  let { sequence, hash: previousHash } = head;
  const links = events.map((event) => {
    sequence += 1n;
    const hash = vault.vouch(eventText(event, { tenantId, sequence, previousHash }));
    previousHash = hash;
    return { id: event.id, hash };
  });
  return { tenantId, head, links };
}
