import { DomainError } from "../kernel/domain-error.ts";
import type { Door } from "../kernel/door.ts";
import type { Via } from "./contract.ts";
import { linkNotFound } from "./find-grant.ts";
import type { Grant } from "./grant.ts";
import { ratesOfGuessing } from "./visitor-rates.ts";

/**
 * A link with a password and one that there is not are told apart by nothing: each guess is counted, and
 * takes as long, whether there is a link or not.
 */
export async function checkPassword(
  door: Door,
  via: Via,
  find: () => Promise<Grant>,
): Promise<Grant> {
  if (!("shareSlug" in via)) return find();
  const { password, shareSlug } = via;
  if (password !== undefined) await door.limit(ratesOfGuessing(door, shareSlug));
  const grant = await orNothing(find);
  const isOpen = grant !== null && grant.passwordHash === null;
  const { passwords } = door.ports;
  const isRight =
    password !== undefined && (await passwords.verify({ hash: grant?.passwordHash, password }));
  if (grant && (isOpen || isRight)) return grant;
  throw linkNotFound();
}

async function orNothing(find: () => Promise<Grant>): Promise<Grant | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}
