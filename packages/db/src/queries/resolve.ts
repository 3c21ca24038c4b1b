import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { AuthTx, DispatchTx, ResolverTx } from "../scope.ts";

/** The key and its tenant, when the hash is that of a key that works now. */
export async function resolveApiKey(
  tx: ResolverTx,
  hash: Uint8Array,
): Promise<{ apiKeyId: string; tenantId: string } | undefined> {
  const [row] = await rowsOf<{ apiKeyId: string; tenantId: string }>(
    tx,
    sql`select api_key_id as "apiKeyId", tenant_id as "tenantId"
        from resolve_api_key(decode(${Buffer.from(hash).toString("hex")}, 'hex'))`,
  );
  return row;
}

/** The session and its tenant, when the hash is that of a token that has neither ended nor expired. */
export async function resolveVisitorToken(
  tx: ResolverTx,
  hash: Uint8Array,
): Promise<{ visitorSessionId: string; tenantId: string } | undefined> {
  const [row] = await rowsOf<{ visitorSessionId: string; tenantId: string }>(
    tx,
    sql`select visitor_session_id as "visitorSessionId", tenant_id as "tenantId"
        from resolve_visitor_token(decode(${Buffer.from(hash).toString("hex")}, 'hex'))`,
  );
  return row;
}

/** The invitation and its tenant, when the hash is that of a token that can be taken up now. */
export async function resolveInvitation(
  tx: ResolverTx | AuthTx,
  hash: Uint8Array,
): Promise<{ invitationId: string; tenantId: string } | undefined> {
  const [row] = await rowsOf<{ invitationId: string; tenantId: string }>(
    tx,
    sql`select invitation_id as "invitationId", tenant_id as "tenantId"
        from resolve_invitation(decode(${Buffer.from(hash).toString("hex")}, 'hex'))`,
  );
  return row;
}

/** Whether any widget, of whichever tenant, answers at one of these origins. */
export async function resolveOrigin(tx: ResolverTx, wanted: readonly string[]): Promise<boolean> {
  const names = sql.join(
    wanted.map((origin) => sql`${origin}`),
    sql`, `,
  );
  const [row] = await rowsOf<{ allowed: boolean }>(
    tx,
    sql`select resolve_origin(array[${names}]::text[]) as allowed`,
  );
  return row?.allowed ?? false;
}

export async function resolveTwinHandle(
  tx: ResolverTx,
  handle: string,
): Promise<{ twinId: string; tenantId: string } | undefined> {
  const [row] = await rowsOf<{ twinId: string; tenantId: string }>(
    tx,
    sql`select twin_id as "twinId", tenant_id as "tenantId" from resolve_twin_handle(${handle})`,
  );
  return row;
}

/** Answers whose process fell silent, of all tenants; at most 500. */
export function listOrphanedMessages(
  tx: DispatchTx,
): Promise<{ messageId: string; tenantId: string }[]> {
  return rowsOf(
    tx,
    sql`select message_id as "messageId", tenant_id as "tenantId" from resolve_orphaned_messages()`,
  );
}
