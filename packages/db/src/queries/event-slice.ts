import { type SQL, sql } from "drizzle-orm";
import type { Outcome } from "../column-values.ts";

/** Where, by whom and when; what lists of conversations and figures are narrowed by alike. */
export interface EventSlice {
  channel?: string | undefined;
  shareLinkId?: string | undefined;
  widgetId?: string | undefined;
  apiKeyId?: string | undefined;
  accessGroupId?: string | undefined;
  /** `draft`: what no release answered. */
  releaseId?: string | undefined;
  language?: string | undefined;
  /** Counted in. */
  from?: string | undefined;
  /** Not counted in. */
  to?: string | undefined;
}

export interface HappenedFilter extends EventSlice {
  outcome?: Outcome | undefined;
  /** From the sources or as it was verified. */
  answered?: boolean | undefined;
  supportedBelow?: number | undefined;
  feedback?: "up" | "down" | undefined;
  sourceId?: string | undefined;
  /** Words, of which a question has at least one. */
  topic?: string | undefined;
  corrected?: true | undefined;
  fromVisitors?: true | undefined;
  returning?: boolean | undefined;
}

/** Conditions on events `e` of one twin, or of several, that are to be seen. */
export function inSlice(twinId: string | readonly string[], slice: EventSlice): SQL[] {
  const { releaseId } = slice;
  const twins =
    typeof twinId === "string"
      ? sql`e.twin_id = ${twinId}`
      : sql`e.twin_id = any (${`{${twinId.join(",")}}`}::uuid[])`;
  return [
    sql`${twins} and not e.is_hidden`,
    ...given(slice.channel, (value) => sql`e.channel = ${value}`),
    ...given(slice.shareLinkId, (value) => sql`e.share_link_id = ${value}`),
    ...given(slice.widgetId, (value) => sql`e.widget_id = ${value}`),
    ...given(slice.apiKeyId, (value) => sql`e.api_key_id = ${value}`),
    ...given(slice.accessGroupId, (value) => sql`e.access_group_ids @> array[${value}::uuid]`),
    ...given(releaseId, (value) =>
      value === "draft" ? sql`e.release_id is null` : sql`e.release_id = ${value}`,
    ),
    ...given(slice.language, (value) => sql`e.language = ${value}`),
    ...given(slice.from, (value) => sql`e.created_at >= ${value}::timestamptz`),
    ...given(slice.to, (value) => sql`e.created_at < ${value}::timestamptz`),
  ];
}

/** Events of the one kind that can tell whether all of it happened; undefined: nothing of it is asked. */
export function happened(twinId: string, filter: HappenedFilter): SQL[] | undefined {
  const conditions = [
    ...given(filter.outcome, (value) => sql`e.outcome = ${value}`),
    ...given(
      filter.answered,
      (value) => sql`(e.outcome in ('answered', 'verified')) = ${value}::boolean`,
    ),
    ...given(
      filter.supportedBelow,
      (value) => sql`e.outcome = 'answered' and e.supported_share < ${value}::real`,
    ),
    ...given(filter.feedback, (value) => sql`e.rating = ${value}`),
    ...given(filter.sourceId, (value) => sql`e.source_ids @> array[${value}::uuid]`),
    ...given(filter.topic, (value) => sql`e.terms && string_to_array(${value}, ' ')`),
    ...given(filter.corrected, () => sql`e.kind = 'answer_corrected'`),
    ...given(filter.fromVisitors, () => sql`e.visitor_id is not null`),
    ...given(filter.returning, (value) => (value ? isReturning : isNew)),
  ];
  const slice = inSlice(twinId, filter);
  const { channel, shareLinkId, widgetId } = filter;
  const places = inSlice(twinId, { channel, shareLinkId, widgetId });
  if (conditions.length === 0 && slice.length === places.length) return undefined;
  return [sql`e.kind = ${kindOf(filter)}`, ...slice, ...conditions];
}

function kindOf(filter: HappenedFilter): string {
  const { corrected, feedback, ...ofAnswer } = filter;
  if (corrected) return "answer_corrected";
  if (feedback !== undefined) return "feedback_given";
  const { outcome, answered, supportedBelow, sourceId } = ofAnswer;
  const isOfAnswer = [outcome, answered, supportedBelow, sourceId].some(
    (value) => value !== undefined,
  );
  return isOfAnswer ? "answer_ended" : "question_asked";
}

/** A visitor who asks on a later day (UTC) than the one they first came on. */
export const isReturning = sql`e.visitor_since < date_trunc('day', e.created_at, 'UTC')`;
const isNew = sql`e.visitor_since >= date_trunc('day', e.created_at, 'UTC')`;

export const all = (conditions: readonly SQL[]) => sql.join([...conditions], sql` and `);

function given<Value>(value: Value | undefined, condition: (value: Value) => SQL): SQL[] {
  return value === undefined ? [] : [condition(value)];
}
