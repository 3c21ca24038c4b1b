import { isOneOf } from "./is-one-of.ts";

export const FORMS = ["client", "openai", "mcp", "curl"] as const;
export type Form = (typeof FORMS)[number];

/** In which form the address shows how a program asks. */
export function readApiSearch({ by }: Record<string, unknown>): { by?: Form } {
  return isOneOf(FORMS, by) ? { by } : {};
}
