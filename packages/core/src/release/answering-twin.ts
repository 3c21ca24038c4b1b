import { type AnsweringRow, findAnsweringTwin } from "@understudy/db/queries/answering-twins";
import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { OverridesByGroup } from "../access-group/overrides.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { readConfiguration, readDraft } from "./configuration.ts";

export interface AnsweringTwin {
  /** What it knows is what it knows now; how it speaks is the release's, or the draft's. */
  twin: PlainTwinRow;
  /** Null: the draft answers. */
  releaseId: string | null;
  /** Whose conversation it is; null: the workspace's own. */
  visitorId: string | null;
  channel: AnsweringRow["channel"];
  /** In the studio: as whom it is to be answered; null: as someone who may see everything. */
  accessGroupIds: string[] | null;
  /** How it speaks to groups. */
  groupOverrides: OverridesByGroup;
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
  const accessGroupIds = channel === "studio" ? row.accessGroupIds : null;
  const asked = { visitorId, channel, accessGroupIds };
  if (release) {
    return { ...released(twin, release.configuration), ...asked, releaseId: release.id };
  }
  if (VISITOR_CHANNELS.includes(channel)) throw notPublished();
  const { groupOverrides } = await readDraft(tx, twin);
  return { twin, groupOverrides, ...asked, releaseId: null };
}

/** A twin as a release has it, with how that speaks to groups. */
export function released(
  twin: PlainTwinRow,
  configuration: object,
): Pick<AnsweringTwin, "twin" | "groupOverrides"> {
  const { groupOverrides, ...character } = readConfiguration(configuration);
  return { twin: { ...twin, ...character }, groupOverrides };
}

export function notPublished(): DomainError {
  return new DomainError("conflict", "twin.not_published", "This twin was not published yet.");
}
