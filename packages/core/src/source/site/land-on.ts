import { recordPassed } from "../collection/record-page.ts";
import type { Found } from "./frontier.ts";
import { normalizeAddress } from "./normalize-address.ts";
import type { Walk } from "./walk.ts";

/**
 * The address that a page is kept under when its readers were sent on. Undefined where that belongs
 * to no page of this walk, or to one that is looked at by itself.
 */
export async function landOn(
  walk: Walk,
  { address }: Found,
  fetchedUrl: string,
): Promise<string | undefined> {
  const { run, scope, frontier, start, robotsOf } = walk;
  const landed = normalizeAddress(fetchedUrl) ?? address;
  if (landed === address) return address;
  if (address === start) scope.include(new URL(landed).host);
  await recordPassed(run, [{ address, outcome: "skipped", reason: "redirected" }]);
  if (scope.judge(landed) || frontier.knows(landed)) return undefined;
  if (walk.excluded.has(landed) || !(await robotsOf(landed)).allows(landed)) return undefined;
  frontier.settle(landed);
  return landed;
}
