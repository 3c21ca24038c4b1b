import { DomainError } from "@understudy/core/kernel/domain-error";

/** These addresses are for programs: an unknown one is an error, not the studio's page. */
export const PROGRAM_PATHS = ["/api/*", "/trpc/*", "/v1/*", "/metrics", "/.well-known/*"];

export function refuseUnknownRoute(): never {
  throw new DomainError("not_found", "route.not_found", "There is nothing at this address.");
}
