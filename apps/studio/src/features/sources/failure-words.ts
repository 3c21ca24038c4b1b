import type { Source } from "@understudy/core/source/contract";
import { REASON_WORDS } from "#lib/reason-words.ts";

/** Our words for a reason we know, the server's for one we don't. */
export function failureWords({ reason, message }: NonNullable<Source["failure"]>): string {
  return REASON_WORDS[reason] ?? message;
}
