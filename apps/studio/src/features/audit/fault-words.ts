import type { AUDIT_FAULTS } from "@understudy/core/audit/contract";

/** Behind "Event 12". */
export const FAULT_WORDS: Record<(typeof AUDIT_FAULTS)[number], string> = {
  missing: "is gone",
  altered: "is not as it was written, or was written under another secret",
  unlinked: "does not follow on the one before it",
  head_differs: "is another one than the end that you kept",
};
