import {
  amongVisitors,
  blockPeople,
  findPerson,
  findPersonOf,
  isBlockedAddress,
  joinPerson,
  leavePerson,
  lockPerson,
  type Proved,
} from "@understudy/db/queries/persons";
import {
  findVisitorCard,
  saveVerifiedIdentity,
  type VisitorRow,
} from "@understudy/db/queries/visitors";
import type { TenantTx } from "@understudy/db/scope";

interface Proof extends Proved {
  visitorId: string;
  name?: string;
}

/**
 * In the transaction in which a visitor proved to be someone: their browser is one of that person's. It keeps
 * its own conversations to itself; the owner sees one person. Null: that person is blocked, and so is this
 * browser from now on.
 */
export async function becomePerson(tx: TenantTx, proof: Proof): Promise<VisitorRow | null> {
  const { visitorId, subject, email, name } = proof;
  const said = { verifiedSubject: subject, ...(name && { name }), ...(email && { email }) };
  return amongVisitors(tx, async () => {
    await lockPerson(tx, proof.twinId, subject);
    const own = await findPersonOf(tx, visitorId);
    if (own && own.verifiedSubject !== null && own.verifiedSubject !== subject) {
      await leavePerson(tx, visitorId);
    }
    const person = await findPerson(tx, proof);
    if (person && person.id !== visitorId && person.id !== own?.id) {
      await joinPerson(tx, { visitorId, personId: person.id });
    }
    const row = await saveVerifiedIdentity(tx, { visitorId, ...said });
    if (person && person.id !== visitorId) {
      await saveVerifiedIdentity(tx, { visitorId: person.id, ...said });
    }
    if (!person?.blockedAt && !row.blockedAt) return row;
    await blockPeople(tx, {
      visitorIds: [person?.id ?? visitorId],
      reason: person?.blockedReason ?? "",
    });
    return null;
  });
}

/**
 * In the transaction in which a visitor says an address: one that nobody vouches for makes them nobody who was
 * proved. False: somebody with this address is blocked.
 */
export function becomeWhoeverSays(
  tx: TenantTx,
  { visitorId, twinId, email }: { visitorId: string; twinId: string; email: string },
): Promise<boolean> {
  return amongVisitors(tx, async () => {
    if (await isBlockedAddress(tx, { twinId, email })) return false;
    const known = await findVisitorCard(tx, visitorId);
    if (known?.verifiedAt && known.email !== email) await leavePerson(tx, visitorId);
    return true;
  });
}
