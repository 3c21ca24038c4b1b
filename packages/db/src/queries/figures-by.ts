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
  /** Those that an answer cites; whose visitors nobody asks for, and are not counted. */
  | "source"
  /** The key is the number of the last of these times that it happened at or after, from 1. */
  | { bounds: readonly string[] }
  /** The key is the number, from 1, of a topic of which the question has a word. */
  | { topics: readonly (readonly string[])[] };

interface Told {
  key: SQL;
  /** Taken of each event; what is a list there makes one row of each of its items. */
  taken: SQL;
  /** What those rows, `e`, are joined to. */
  joined: SQL;
}

export function told(by: FiguresBy | undefined): Told {
  if (by === undefined) return own(sql`null::text`);
  if (by === "accessGroup")
    return own(sql`unnest(coalesce(nullif(e.access_group_ids, '{}'), array[null::uuid]))`);
  if (by === "source") return own(sql`unnest(e.source_ids)`);
  if (typeof by === "string") return own(COLUMNS[by]);
  if ("topics" in by) return named(by.topics);
  const bounds = `{${by.bounds.join(",")}}`;
  return own(sql`width_bucket(e.created_at, ${bounds}::timestamptz[])`);
}

const own = (key: SQL): Told => ({ key: sql`e.key`, taken: sql`${key} as key`, joined: sql`` });

/**
 * Each word of a question is looked up among all words of topics: comparing every topic with every question
 * takes ten times as long. Of a topic's words only the first that a question has counts it. As JSON: an array
 * parameter is not the same on both drivers.
 */
function named(topics: readonly (readonly string[])[]): Told {
  const words = topics.flatMap((topic, at) =>
    topic.map((word, i) => ({ word, key: at + 1, ahead: topic.slice(0, i).join(" ") })),
  );
  return {
    key: sql`g.key`,
    taken: sql`unnest(e.terms) as word, e.terms`,
    joined: sql`join (
      select word, key, string_to_array(nullif(ahead, ''), ' ') as ahead
      from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as t(word text, key int, ahead text)
    ) g on g.word = e.word and (g.ahead is null or not e.terms && g.ahead)`,
  };
}
