import { DomainError } from "../kernel/domain-error.ts";

/** Said to those who are blocked, and to nobody else: whoever comes anew learns nothing of others. */
export function visitorBlocked(): DomainError {
  return new DomainError("forbidden", "visitor.blocked", "This does not answer you any more.");
}
