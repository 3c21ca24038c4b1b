import { DomainError } from "../kernel/domain-error.ts";
import type { Door } from "../kernel/door.ts";
import { findGrant } from "../visitor/find-grant.ts";
import { ratesOfLooking } from "../visitor/visitor-rates.ts";
import { Theme } from "./theme.ts";

/** How a widget's button looks; null for a key that opens nothing. Who embeds the script is not known here. */
export async function findLauncher(door: Door, publishableKey: string): Promise<Theme | null> {
  if (await door.take(ratesOfLooking(door))) return null;
  try {
    const { theme } = await findGrant(door, { publishableKey });
    return Theme.catch(Theme.parse({})).parse(theme);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
