import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { type Channel, conversations } from "../tables/conversations.ts";
import { releases } from "../tables/releases.ts";
import { twins } from "../tables/twins.ts";
import type { PlainTwinRow } from "./twins.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(twins);
const release = { id: releases.id, configuration: releases.configuration };

export interface AnsweringRow {
  /** As its draft has it. */
  twin: PlainTwinRow;
  channel: Channel;
  /** Whose conversation it is; null: the workspace's own. */
  visitorId: string | null;
  /** In the studio: as whom it is to be answered; null: as someone who may see everything. */
  accessGroupIds: string[] | null;
  /** What answers instead of the draft; null where none was chosen, or none published. */
  release: { id: string; configuration: object } | null;
}

const answering = sql`coalesce(
  ${conversations.releaseId},
  case when ${conversations.channel} <> 'studio' then ${twins.currentReleaseId} end)`;

/** What a conversation is with; undefined when it or the twin is not there, not yours, or deleted. */
export async function findAnsweringTwin(
  tx: TenantTx,
  conversationId: string,
): Promise<AnsweringRow | undefined> {
  const [row] = await on(tx)
    .select({
      twin: own,
      channel: conversations.channel,
      visitorId: conversations.visitorId,
      accessGroupIds: conversations.accessGroupIds,
      release,
    })
    .from(conversations)
    .innerJoin(twins, eq(twins.id, conversations.twinId))
    .leftJoin(releases, sql`${releases.id} = ${answering}`)
    .where(
      and(
        eq(conversations.id, conversationId),
        isNull(conversations.deletedAt),
        isNull(twins.deletedAt),
      ),
    );
  return row;
}
