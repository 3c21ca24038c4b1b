import { type SQL, sql } from "drizzle-orm";
import type { Outcome, UserEventKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";

/** What a question brings that its conversation does not know. */
export interface AskedEvent {
  kind: "question_asked";
  conversationId: string;
  messageId: string;
  releaseId: string | null;
  /** By which it came; null: someone signed in asked. */
  apiKeyId: string | null;
  accessGroupIds: string[] | null;
  language: string | null;
  terms: string[];
}

/** Of milliseconds, those of stages that ran. */
export interface EndedEvent {
  kind: "answer_ended";
  messageId: string;
  outcome: Outcome;
  supportedShare: number | null;
  model: string | null;
  understandMs: number | null;
  verifiedMs: number | null;
  retrieveMs: number | null;
  rerankMs: number | null;
  writeMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  microCost: number | null;
  currency: string | null;
  sourceIds: string[];
}

export type UserEvent =
  | { kind: "visit_started"; conversationId: string; apiKeyId: string | null }
  | AskedEvent
  | EndedEvent
  | { kind: "feedback_given"; messageId: string; rating: "up" | "down" }
  | { kind: "answer_corrected"; messageId: string }
  | { kind: "lead_given"; visitorId: string };

/**
 * The one writer of `user_events`, in the transaction of what happened. Where and by whom is taken from
 * the conversation, of an answer from its question's event, so that no two facts of one exchange disagree.
 */
export async function insertUserEvent(tx: TenantTx, event: UserEvent): Promise<void> {
  const {
    columns,
    from,
    onConflict = sql`on conflict do nothing`,
    before = sql``,
  } = statementOf(event);
  const names = sql.join(
    Object.keys(columns).map((name) => sql.identifier(name)),
    sql`, `,
  );
  const values = sql.join(Object.values(columns), sql`, `);
  await on(tx).execute(sql`
    ${before} insert into user_events (id, kind, ${names})
    select ${newId()}::uuid, ${event.kind satisfies UserEventKind}, ${values} from ${from} ${onConflict}`);
}

interface Statement {
  columns: Record<string, SQL>;
  from: SQL;
  onConflict?: SQL;
  /** Common tables. */
  before?: SQL;
}

function statementOf(event: UserEvent): Statement {
  switch (event.kind) {
    case "visit_started":
      return {
        columns: { ...OF_CONVERSATION, api_key_id: uuid(event.apiKeyId) },
        from: conversation(sql`c.id = ${event.conversationId}`),
      };
    case "question_asked":
      return asked(event);
    case "answer_ended":
      return ended(event);
    case "feedback_given":
      return {
        columns: { ...OF_EVENT, ...OF_ANSWER, rating: sql`${event.rating}` },
        from: answer(event.messageId),
        onConflict: sql`on conflict (message_id, kind) where message_id is not null do update set rating = excluded.rating`,
      };
    case "answer_corrected":
      return { columns: { ...OF_EVENT, ...OF_ANSWER }, from: answer(event.messageId) };
    case "lead_given":
      return {
        columns: OF_CONVERSATION,
        from: sql`${conversation(sql`c.visitor_id = ${event.visitorId}`)} order by c.updated_at desc limit 1`,
      };
  }
}

const columns = (alias: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, sql.raw(`${alias}.${name}`)]));

const PLACE = ["twin_id", "channel", "user_id", "widget_id", "share_link_id"];
const OF_CONVERSATION = {
  ...columns("c", PLACE),
  conversation_id: sql.raw("c.id"),
  visitor_id: sql.raw("v.id"),
  visitor_since: sql.raw("v.created_at"),
};
const conversation = (where: SQL) =>
  sql`conversations c left join visitors v on v.id = c.visitor_id where ${where}`;

const answer = (messageId: string, alias = "e") =>
  sql`user_events ${sql.raw(alias)} where ${sql.raw(alias)}.message_id = ${messageId}
    and ${sql.raw(alias)}.kind = 'answer_ended'`;

const OF_EVENT = columns("e", [
  ...PLACE,
  ...["conversation_id", "message_id", "visitor_id", "visitor_since", "api_key_id"],
  ...["access_group_ids", "release_id", "language", "terms", "is_first", "is_hidden"],
]);
const OF_ANSWER = columns("e", ["outcome", "supported_share", "model", "source_ids"]);

function asked(event: AskedEvent): Statement {
  return {
    columns: {
      ...OF_CONVERSATION,
      message_id: uuid(event.messageId),
      release_id: uuid(event.releaseId),
      api_key_id: uuid(event.apiKeyId),
      access_group_ids: list(event.accessGroupIds, "uuid"),
      language: sql`${event.language}::text`,
      terms: list(event.terms, "text"),
      is_first: sql`not exists (
        select from user_events e where e.conversation_id = c.id and e.kind = 'question_asked')`,
    },
    from: conversation(sql`c.id = ${event.conversationId}`),
  };
}

function ended({ kind: _, messageId, sourceIds, ...told }: EndedEvent): Statement {
  const real = (value: number | null) => sql`${value}::real`;
  return {
    columns: {
      ...OF_EVENT,
      message_id: sql.raw("m.id"),
      outcome: sql`${told.outcome}`,
      supported_share: real(told.supportedShare),
      model: sql`${told.model}::text`,
      total_ms: sql`extract(epoch from now() - m.created_at) * 1000`,
      understand_ms: real(told.understandMs),
      verified_ms: real(told.verifiedMs),
      retrieve_ms: real(told.retrieveMs),
      rerank_ms: real(told.rerankMs),
      write_ms: real(told.writeMs),
      input_tokens: sql`${told.inputTokens}::int`,
      output_tokens: sql`${told.outputTokens}::int`,
      micro_cost: sql`${told.microCost}::bigint`,
      currency: sql`${told.currency}::text`,
      source_ids: list(sourceIds, "uuid"),
      is_paired: sql`true`,
      created_at: sql.raw("e.created_at"),
    },
    before: sql`with paired as (
      update user_events e set is_paired = true from messages m
      where m.id = ${messageId} and e.message_id = m.reply_to_id and e.kind = 'question_asked'
        and not exists (select from ${answer(messageId, "own")})
      returning e.*
    )`,
    from: sql`messages m join paired e on e.message_id = m.reply_to_id where m.id = ${messageId}`,
  };
}

const uuid = (value: string | null) => sql`${value}::uuid`;

/** As JSON: an array parameter is not the same on both drivers. */
function list(values: readonly string[] | null, type: "uuid" | "text"): SQL {
  if (values === null || values.length === 0) return sql`null::${sql.raw(type)}[]`;
  return sql`(select array_agg(value::${sql.raw(type)}) from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** Out of every figure with their conversation, and back with it. */
export async function hideUserEvents(
  tx: TenantTx,
  { conversationId, isHidden }: { conversationId: string; isHidden: boolean },
): Promise<void> {
  await on(tx).execute(sql`
    update user_events set is_hidden = ${isHidden} where conversation_id = ${conversationId}`);
}

/** A correction that was undone never was. */
export async function removeCorrectedEvent(tx: TenantTx, messageId: string): Promise<void> {
  await on(tx).execute(sql`
    delete from user_events where message_id = ${messageId} and kind = 'answer_corrected'`);
}
