import { type SQL, sql } from "drizzle-orm";

const COLUMNS = {
  twin: sql`e.twin_id`,
  channel: sql`e.channel`,
  shareLink: sql`e.share_link_id`,
  widget: sql`e.widget_id`,
  apiKey: sql`e.api_key_id`,
  release: sql`e.release_id`,
  language: sql`e.language`,
};

/** By what figures are told apart; of lists what happened counts under each of its items. */
export type FiguresBy =
  | keyof typeof COLUMNS
  | "accessGroup"
  /** Those that an answer cites. */
  | "source"
  /** The key is the number of the last of these times that it happened at or after, from 1. */
  | { bounds: readonly string[] }
  /** The key is the number, from 1, of a topic of which the question has a word. */
  | { topics: readonly (readonly string[])[] };

interface Told {
  key: SQL;
  /** Events `e`, once for each key they have. */
  events: SQL;
}

export function told(by: FiguresBy | undefined): Told {
  const events = sql`user_events e`;
  if (by === undefined) return { key: sql`null::text`, events };
  if (by === "accessGroup")
    return each(sql`left join lateral unnest(e.access_group_ids) as g(key) on true`);
  if (by === "source")
    return each(sql`join lateral unnest(e.source_ids) as g(key) on e.source_ids is not null`);
  if (typeof by === "string") return { key: COLUMNS[by], events };
  if ("topics" in by) return each(named(by.topics));
  const bounds = `{${by.bounds.join(",")}}`;
  return { key: sql`width_bucket(e.created_at, ${bounds}::timestamptz[])`, events };
}

const each = (joined: SQL): Told => ({ key: sql`g.key`, events: sql`user_events e ${joined}` });

/**
 * Each word of a question is looked up among all words of topics: comparing every topic with every question
 * takes ten times as long. Of a topic's words only the first that a question has counts it. As JSON: an array
 * parameter is not the same on both drivers.
 */
function named(topics: readonly (readonly string[])[]): SQL {
  const words = topics.flatMap((topic, at) =>
    topic.map((word, i) => ({ word, key: at + 1, ahead: topic.slice(0, i).join(" ") })),
  );
  return sql`cross join lateral unnest(e.terms) as said(word) join (
    select word, key, string_to_array(nullif(ahead, ''), ' ') as ahead
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as t(word text, key int, ahead text)
  ) g on g.word = said.word and (g.ahead is null or not e.terms && g.ahead)`;
}
