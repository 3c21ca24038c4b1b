import type { AuditEvent } from "@understudy/core/audit/contract";

const KINDS = {
  user: "A former member",
  api_key: "An API key",
  visitor: "A visitor",
  system: "Understudy",
};

/** Who did it, as well as it is known now. */
export function actorWords({ kind, name }: AuditEvent["actor"]): string {
  if (name === null) return KINDS[kind];
  return kind === "api_key" ? `Key ${name}` : name;
}
