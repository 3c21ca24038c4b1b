import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { EVENT_MARKS as MARKS, OUTCOMES, USER_EVENT_KINDS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { CHANNELS, conversations } from "./conversations.ts";
import { RATINGS } from "./feedback.ts";
import { visitors } from "./visitors.ts";

const milliseconds = () => real();

const bit = (mark: keyof typeof MARKS) => sql.raw(String(MARKS[mark]));
const marksOfOutcome = sql.join(
  OUTCOMES.map((outcome) => sql`when ${sql.raw(`'${outcome}'`)} then ${bit(outcome)}`),
  sql` `,
);
/** A visitor came again who asks on a later day (UTC) than the one they first came on. */
const marks = sql`case when (kind = 'question_asked') <> is_paired and kind in ('question_asked', 'answer_ended')
    then ${bit("questions")} | case when visitor_since at time zone 'UTC'
      < date_trunc('day', created_at at time zone 'UTC') then ${bit("cameAgain")} else 0 end
    else 0 end
  | case kind
  when 'answer_ended' then ${bit("answers")} | case outcome ${marksOfOutcome} else 0 end
    | case when outcome in ('answered', 'verified') then ${bit("given")} else 0 end
    | case when outcome = 'answered' and supported_share < 1 then ${bit("partly")} else 0 end
  when 'feedback_given' then case rating when 'up' then ${bit("up")} when 'down' then ${bit("down")} else 0 end
  when 'answer_corrected' then ${bit("corrected")}
  else 0 end`;

/**
 * What people did and what came of it, one row a fact; figures are read from here and from nowhere else.
 * No words of theirs but the terms of a question, and all of it goes with the conversation or the visitor.
 */
export const userEvents = pgTable(
  "user_events",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    kind: text({ enum: USER_EVENT_KINDS }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    conversationId: uuid().notNull(),
    /** The question's, or the answer's; null: it is of no message. */
    messageId: uuid(),
    visitorId: uuid(),
    /** When the visitor first came. */
    visitorSince: time(),
    userId: uuid(),
    widgetId: uuid(),
    shareLinkId: uuid(),
    apiKeyId: uuid(),
    accessGroupIds: uuid().array(),
    /** Null: the draft answered. */
    releaseId: uuid(),
    /** ISO 639-1, as the question reads; null: too short to tell. */
    language: text(),
    /** The words that carry the question, folded. */
    terms: text().array(),
    /** The first question of its conversation. */
    isFirst: boolean().notNull().default(false),
    outcome: text({ enum: OUTCOMES }),
    supportedShare: real(),
    model: text(),
    totalMs: milliseconds(),
    understandMs: milliseconds(),
    verifiedMs: milliseconds(),
    retrieveMs: milliseconds(),
    rerankMs: milliseconds(),
    writeMs: milliseconds(),
    inputTokens: integer(),
    outputTokens: integer(),
    /** Millionths of the currency; null where the price is not known. */
    microCost: bigint({ mode: "number" }),
    currency: text(),
    /** Those that the answer cites. */
    sourceIds: uuid().array(),
    rating: text({ enum: RATINGS }),
    /** Its conversation is removed, and may be restored. */
    isHidden: boolean().notNull().default(false),
    /**
     * Of a question and of its answer alike: the answer's event counts for both, at the time of the question,
     * so that figures read one row of them where there are two.
     */
    isPaired: boolean().notNull().default(false),
    /** An answer's is its question's. */
    createdAt: createdAt(),
    /** All of the above that is counted, as bits of `EVENT_MARKS`: the database itself keeps them true. */
    marks: integer().notNull().generatedAlwaysAs(marks),
  },
  (t) => [
    foreignKey({
      name: "user_events_conversation_fk",
      columns: [t.tenantId, t.twinId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.twinId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "user_events_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    // a fact is written once, whoever tells of it again
    uniqueIndex("user_events_once").on(t.messageId, t.kind).where(sql`${t.messageId} is not null`),
    // listFigures: all that it reads of what is told by no list of sources or terms
    index("user_events_figures")
      .on(
        ...[t.twinId, t.createdAt, t.tenantId, t.conversationId, t.visitorId, t.marks],
        ...[t.shareLinkId, t.inputTokens, t.outputTokens],
      )
      .where(sql`not ${t.isHidden} and ${t.marks} > 0`),
    // listLatencies and listCosts
    index("user_events_answers")
      .on(
        ...[t.twinId, t.createdAt, t.tenantId, t.visitorId],
        ...[t.totalMs, t.understandMs, t.verifiedMs, t.retrieveMs, t.rerankMs, t.writeMs],
        ...[t.model, t.currency, t.inputTokens, t.outputTokens, t.microCost],
      )
      .where(sql`not ${t.isHidden} and ${t.kind} = 'answer_ended'`),
    // listAskedLately, listTwinWeeks and countTaughtSince: a twin's events of a kind in a period
    index("user_events_period").on(t.twinId, t.kind, falling(t.createdAt)),
    // listConversations by what happened in them; the foreign key to conversations
    index("user_events_conversation").on(t.conversationId, t.kind),
    // the foreign key to visitors
    index("user_events_visitor").on(t.visitorId).where(sql`${t.visitorId} is not null`),
    oneOf("user_events_kind_check", t.kind, USER_EVENT_KINDS),
    oneOf("user_events_channel_check", t.channel, CHANNELS),
    oneOf("user_events_outcome_check", t.outcome, OUTCOMES),
    oneOf("user_events_rating_check", t.rating, RATINGS),
  ],
);
