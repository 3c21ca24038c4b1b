import { isOneOf } from "./is-one-of.ts";

export const HEALTH_VIEWS = ["contradictions", "duplicates", "reading", "stale"] as const;
export type HealthView = (typeof HEALTH_VIEWS)[number];

/** What the address says about the health of a twin's content. */
export interface HealthSearch {
  /** Absent: all of them. */
  show?: HealthView;
  /** What was settled, instead of what is open. */
  settled?: true;
}

export function readHealthSearch({ show, settled }: Record<string, unknown>): HealthSearch {
  return {
    ...(isOneOf(HEALTH_VIEWS, show) && { show }),
    ...(settled === true && { settled }),
  };
}
