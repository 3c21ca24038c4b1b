import type { Run } from "./quality.ts";

export const TRIGGER_WORDS = {
  asked: "Asked for",
  publish: "Before publishing",
  content: "Content changed",
} as const satisfies Record<Run["trigger"], string>;

export const RUN_STATUS_WORDS = {
  running: "Running",
  succeeded: "Done",
  failed: "Broke off",
  cancelled: "Cancelled",
} as const satisfies Record<Run["status"], string>;

export function subjectWords({ releaseId }: Run): string {
  return releaseId ? "What visitors get" : "Draft";
}
