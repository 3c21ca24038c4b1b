import type { AuditEvent } from "@understudy/core/audit/contract";
import { Ban, Check } from "lucide-react";

export function OutcomeMark({ outcome }: Pick<AuditEvent, "outcome">) {
  return outcome === "allowed" ? (
    <span className="flex items-center gap-1.5 text-muted">
      <Check aria-hidden className="size-4 shrink-0" />
      Allowed
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-bad">
      <Ban aria-hidden className="size-4 shrink-0" />
      Denied
    </span>
  );
}
