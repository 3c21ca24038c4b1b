import { type Redacted, redact } from "@understudy/rag/policy/personal/redact";
import type { GovernanceRules } from "./contract.ts";

type Place = "storage" | "provider" | "answers";

/** Hides what is personal in a text. */
export type Hide = (text: string) => Redacted;

const hideNothing: Hide = (text) => ({ text, found: [] });

/** What is to be hidden in one place; the same text comes back where nothing is. */
export function hiderFor({ redaction }: GovernanceRules, place: Place): Hide {
  return hides(redaction, place) ? (text) => redact(text, redaction) : hideNothing;
}

export function hides({ kinds, ...places }: GovernanceRules["redaction"], place: Place): boolean {
  return places[place] && kinds.length > 0;
}
