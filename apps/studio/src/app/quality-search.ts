import { isOneOf } from "./is-one-of.ts";

/** What the address says about a twin's quality tests. */
export interface TestsSearch {
  /** The one that lies open. */
  test?: string;
  /** What is open over the list. */
  dialog?: "new" | "draft";
  /** The answer that a new one is made from. */
  message?: string;
}

export function readTestsSearch(search: Record<string, unknown>): TestsSearch {
  const { test, dialog, message } = search;
  return {
    ...(typeof test === "string" && { test }),
    ...(isOneOf(["new", "draft"], dialog) && { dialog }),
    ...(typeof message === "string" && { message }),
  };
}

export const RESULT_FILTERS = ["all", "failed", "changed", "passed"] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

/** What the address says about one run: which results, and the one that lies open. */
export interface RunSearch {
  show?: ResultFilter;
  result?: string;
}

export function readRunSearch(search: Record<string, unknown>): RunSearch {
  const { show, result } = search;
  return {
    ...(isOneOf(RESULT_FILTERS, show) && { show }),
    ...(typeof result === "string" && { result }),
  };
}

/** What the address says about a twin's releases. */
export interface ReleasesSearch {
  release?: string;
  dialog?: "publish";
}

export function readReleasesSearch(search: Record<string, unknown>): ReleasesSearch {
  const { release, dialog } = search;
  return {
    ...(typeof release === "string" && { release }),
    ...(dialog === "publish" && { dialog }),
  };
}
