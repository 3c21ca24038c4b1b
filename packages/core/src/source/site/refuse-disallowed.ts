import { DomainError } from "../../kernel/domain-error.ts";
import type { Robots } from "./read-robots.ts";

/** Refuses `source.robots_disallowed`: for the page that all others would be found from. */
export function refuseDisallowed(robots: Robots, address: string): void {
  if (robots.allows(address)) return;
  const message = "The site's robots.txt asks programs not to read this address.";
  throw new DomainError("invalid", "source.robots_disallowed", message);
}
