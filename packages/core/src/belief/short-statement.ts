import { DomainError } from "../kernel/domain-error.ts";
import { MAX_STATEMENT_CHARACTERS } from "./contract.ts";

/** Refuses what is too long to be a belief. */
export function short(text: string): string {
  if (text.length <= MAX_STATEMENT_CHARACTERS) return text;
  throw new DomainError(
    "invalid",
    "belief.too_long",
    `A belief has at most ${MAX_STATEMENT_CHARACTERS} characters.`,
  );
}
