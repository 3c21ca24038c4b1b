import { type AnsweringRow, findAnsweringTwin } from "@understudy/db/queries/answering-twins";
import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { readConfiguration } from "./configuration.ts";

export interface AnsweringTwin {
  /** What it knows is what it knows now; how it speaks is the release's, or the draft's. */
  twin: PlainTwinRow;
  /** Null: the draft answers. */
  releaseId: string | null;
  /** Whose conversation it is; null: the workspace's own. */
  visitorId: string | null;
  channel: AnsweringRow["channel"];
}

const VISITOR_CHANNELS: readonly string[] = ["link", "widget", "page"];

/**
 * The twin as it answers in a conversation: the studio gets the draft or the release chosen there, a
 * key the current release, or the draft while there is none, and a visitor never a draft.
 */
export async function requireAnsweringTwin(
  tx: TenantTx,
  conversationId: string,
): Promise<AnsweringTwin> {
  const row = await findAnsweringTwin(tx, conversationId);
  if (!row) throw notFound("conversation");
  const { twin, channel, release, visitorId } = row;
  if (release) {
    const asReleased = released(twin, release.configuration);
    return { twin: asReleased, releaseId: release.id, visitorId, channel };
  }
  if (VISITOR_CHANNELS.includes(channel)) throw notPublished();
  return { twin, releaseId: null, visitorId, channel };
}

export function released(twin: PlainTwinRow, configuration: object): PlainTwinRow {
  return { ...twin, ...readConfiguration(configuration) };
}

export function notPublished(): DomainError {
  return new DomainError("conflict", "twin.not_published", "This twin was not published yet.");
}
