import { randomUUID } from "node:crypto";
import { readTraceparent } from "../telemetry/trace-ids.ts";

const SANE = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,127}$/;

/**
 * The caller's own id when it is a plain token, so that nothing typed by a stranger breaks a log line;
 * else that of the caller's trace.
 */
export function correlationIdOf(
  header: string | undefined,
  traceparent?: string | undefined,
): string {
  if (header && SANE.test(header)) return header;
  const caller = readTraceparent(traceparent);
  return caller ? asUuid(caller.traceId) : randomUUID();
}

function asUuid(traceId: string): string {
  return traceId.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
