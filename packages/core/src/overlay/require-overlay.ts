import { findOverlay, type OverlayRow } from "@understudy/db/queries/overlays";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../kernel/domain-error.ts";

/** The overlay, or the refusal that looks the same for absent and not-yours. */
export async function requireOverlay(tx: TenantTx, overlayId: string): Promise<OverlayRow> {
  const row = await findOverlay(tx, overlayId);
  if (!row) throw notFound("overlay");
  return row;
}

export function overlayChanged(): DomainError {
  return new DomainError(
    "conflict",
    "overlay.changed",
    "Somebody else has changed this correction meanwhile.",
  );
}
