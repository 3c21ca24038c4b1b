import { type SQL, sql } from "drizzle-orm";

const COLUMNS = {
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
  from: SQL;
}

export function told(by: FiguresBy | undefined): Told {
  if (by === undefined) return { key: sql`null::text`, from: sql`` };
  if (by === "accessGroup")
    return each(sql`left join lateral unnest(e.access_group_ids) as g(key) on true`);
  if (by === "source") return each(sql`cross join lateral unnest(e.source_ids) as g(key)`);
  if (typeof by === "string") return { key: COLUMNS[by], from: sql`` };
  if ("topics" in by) return each(named(by.topics));
  const bounds = `{${by.bounds.join(",")}}`;
  return { key: sql`width_bucket(e.created_at, ${bounds}::timestamptz[])`, from: sql`` };
}

const each = (from: SQL): Told => ({ key: sql`g.key`, from });

/** As JSON: an array parameter is not the same on both drivers. */
function named(topics: readonly (readonly string[])[]): SQL {
  const words = JSON.stringify(topics.map((topic) => topic.join(" ")));
  return sql`join (
    select string_to_array(words, ' ') as words, key
    from jsonb_array_elements_text(${words}::jsonb) with ordinality as t(words, key)
  ) g on e.terms && g.words`;
}
