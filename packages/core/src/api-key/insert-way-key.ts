import { type ApiKeyRow, insertApiKey } from "@understudy/db/queries/api-keys";
import type { Way } from "@understudy/db/queries/way-keys";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { hashApiKey } from "./make-api-key.ts";

export interface NewWayKey {
  twinId: string;
  name: string;
  /** A publishable key, or the slug of a link. */
  key: string;
  prefix: string;
  expiresAt?: Date | null;
}

/** The key of a widget or a link; it stands in pages and addresses, and is kept sealed to be copied again. */
export function insertWayKey(
  ctx: Context,
  tx: TenantTx,
  { twinId, key, way, ...shown }: NewWayKey & { way: Way },
): Promise<ApiKeyRow> {
  return insertApiKey(tx, {
    ...shown,
    ...way,
    kind: "publishable",
    twinIds: [twinId],
    hash: hashApiKey(key),
    sealedKey: ctx.ports.vault.seal(key),
    createdBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
  });
}
