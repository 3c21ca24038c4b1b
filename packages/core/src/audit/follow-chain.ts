import {
  countUnsealedEvents,
  findAuditHead,
  listSealedEvents,
  type SealedEvent,
} from "@understudy/db/queries/audit-events";
import type { TenantTx } from "@understudy/db/scope";
import type { Vault } from "../kernel/vault.ts";
import { CHAIN_START } from "./chain-start.ts";
import type { AuditHead, AuditVerdict } from "./contract.ts";
import { eventText } from "./event-text.ts";
import { isSameHash, showHead } from "./show-head.ts";

const EVENTS_AT_ONCE = 1_000;
type Fault = NonNullable<AuditVerdict["firstFault"]>;

export interface Chain {
  tenantId: string;
  vault: Vault;
  signal: AbortSignal;
  transaction<Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result>;
}

/**
 * Goes along a tenant's chain from its first event, and names the first that is gone, altered or
 * out of place. What was cut off at the end shows against a head that was kept elsewhere.
 */
export async function followChain(chain: Chain, kept?: AuditHead): Promise<AuditVerdict> {
  const { checked, last, fault } = await checkLinks(chain);
  const firstFault = fault ?? (await holdAgainst(chain, kept));
  const unsealed = await chain.transaction(countUnsealedEvents);
  const head = last.sequence === 0n ? null : showHead(last);
  return { isWhole: firstFault === null, checked, unsealed, head, firstFault };
}

async function checkLinks(chain: Chain) {
  let last = CHAIN_START;
  let checked = 0;
  for (;;) {
    chain.signal.throwIfAborted();
    const events = await chain.transaction((tx) =>
      listSealedEvents(tx, { behind: last.sequence, limit: EVENTS_AT_ONCE }),
    );
    for (const event of events) {
      const fault = judgeLink(event, chain, last);
      if (fault) return { checked, last, fault };
      last = event;
      checked += 1;
    }
    if (events.length < EVENTS_AT_ONCE) return { checked, last, fault: null };
  }
}

function judgeLink(
  event: SealedEvent,
  { tenantId, vault }: Chain,
  last: typeof CHAIN_START,
): Fault | null {
  const { sequence, previousHash, hash } = event;
  const due = last.sequence + 1n;
  if (sequence !== due) return { sequence: Number(due), eventId: null, fault: "missing" };
  const at = { sequence: Number(sequence), eventId: event.id };
  const vouched = vault.vouch(eventText(event, { tenantId, sequence, previousHash }));
  if (!isSameHash(hash, vouched)) return { ...at, fault: "altered" };
  return isSameHash(previousHash, last.hash) ? null : { ...at, fault: "unlinked" };
}

async function holdAgainst(chain: Chain, kept: AuditHead | undefined): Promise<Fault | null> {
  if (!kept) return null;
  const found = await chain.transaction((tx) => findAuditHead(tx, BigInt(kept.sequence)));
  if (found && showHead(found).hash === kept.hash) return null;
  return { sequence: kept.sequence, eventId: null, fault: found ? "head_differs" : "missing" };
}
