import type { OverlayRow } from "@understudy/db/queries/overlays";
import type { Overlay } from "./contract.ts";

export function readOverlay(row: OverlayRow): Overlay {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
