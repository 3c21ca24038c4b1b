import type { Source } from "@understudy/core/source/contract";
import { PAGE_REASON_WORDS } from "#lib/page-reason-words.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";

/** Of these the server knows more: what kind of file it is, and what to do with one of that kind. */
const TOLD_BY_SERVER = new Set(["source.unsupported"]);

/** Our words for a reason we know, the server's for one we don't. */
export function failureWords({ reason, message }: NonNullable<Source["failure"]>): string {
  return (TOLD_BY_SERVER.has(reason) ? undefined : REASON_WORDS[reason]) ?? message;
}

/** Why a page of a site, or a member of an archive, came out as it did. */
export function pageReasonWords(reason: string): string {
  const status = /^status_(\d{3})$/.exec(reason)?.[1];
  if (status) return `The site answered ${status}.`;
  return (
    PAGE_REASON_WORDS[reason] ??
    REASON_WORDS[reason] ??
    REASON_WORDS[`source.${reason}`] ??
    reason.replaceAll("_", " ")
  );
}
