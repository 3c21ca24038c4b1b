import type { Door } from "../kernel/door.ts";
import { notPublished } from "../release/answering-twin.ts";
import type { Via } from "./contract.ts";
import { findGrant } from "./find-grant.ts";
import type { Grant } from "./grant.ts";
import { judgeStanding } from "./judge-standing.ts";
import { checkPassword } from "./share-password.ts";

/** What was shown opens here and now; who may not come in learns nothing of the twin behind it. */
export async function openGrant(door: Door, via: Via): Promise<Grant> {
  const grant = await checkPassword(door, via, () => findGrant(door, via));
  judgeStanding(door.standing, grant.allowedOrigins);
  if (!grant.isPublished) throw notPublished();
  return grant;
}
