import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const NONE = /^0+$/;

/** 32 hexadecimal digits that a correlation id always has; of a UUID, its own. */
export function traceIdOf(correlationId: string): string {
  const id = correlationId.toLowerCase();
  if (UUID.test(id)) return id.replaceAll("-", "");
  return digest(`trace ${correlationId}`).slice(0, 32);
}

/** 16 digits: so that a job knows the span of the request that asked for it, without being told. */
export function rootSpanIdOf(correlationId: string): string {
  return digest(`root ${correlationId}`).slice(0, 16);
}

/** What a W3C `traceparent` names; undefined when it is none. */
export function readTraceparent(
  header: string | undefined,
): { traceId: string; spanId: string } | undefined {
  const [, traceId, spanId] = TRACEPARENT.exec(header ?? "") ?? [];
  if (!traceId || !spanId || NONE.test(traceId) || NONE.test(spanId)) return undefined;
  return { traceId, spanId };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
