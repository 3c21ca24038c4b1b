import { SourceRejected } from "../source-rejected.ts";

const ABORT_EXIT_CODE = 134;

/** What the end of a child says about the document it was reading. */
export function exitRejection(code: number | null, signal: NodeJS.Signals | null): SourceRejected {
  // The watchdog and the kernel kill, V8 aborts when its heap is full: all for want of memory.
  if (
    signal === "SIGKILL" ||
    signal === "SIGABRT" ||
    signal === "SIGTRAP" ||
    code === ABORT_EXIT_CODE
  ) {
    const advice = "This file takes too much memory to read. Split it into smaller files.";
    return new SourceRejected("source.too_complex", advice);
  }
  return new SourceRejected("source.corrupt", "This file cannot be read. Export or save it again.");
}

export function timeoutRejection(): SourceRejected {
  const advice = "Reading this file took too long. Split it into smaller files.";
  return new SourceRejected("source.timed_out", advice);
}
