import type { VerificationEvent } from "@understudy/core/verification/contract";

export const METHOD_WORDS = { dns: "by a DNS record", file: "by a file on the site" } as const;

/** An event without words does not compile. */
export const EVENT_WORDS: Record<VerificationEvent["event"], string> = {
  start: "Begun",
  check: "Looked for",
  prove: "Proven",
  failing: "Not seen any more",
  lose: "The badge went: three days without the proof",
  revoke: "Ended",
};
