import { SourceRejected } from "../source-rejected.ts";

/** Of a file that its password opens. */
export function fileLocked(password?: string): SourceRejected {
  const advice = password
    ? "This password does not open the file. Try another one."
    : "This file is encrypted. Retry with its password.";
  return new SourceRejected("source.encrypted", advice);
}
