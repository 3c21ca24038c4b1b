import { randomUUID } from "node:crypto";

const SANE = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,127}$/;

/** The caller's own id when it is a plain token, so that nothing typed by a stranger breaks a log line. */
export function correlationIdOf(header: string | undefined): string {
  return header && SANE.test(header) ? header : randomUUID();
}
