import postgres from "postgres";
import type { Retriever } from "../retriever.ts";

/**
 * PostgreSQL's full-text search on a server: any of the question's words, in the English
 * configuration, by `ts_rank` with the length normalisation that did best (1).
 */
export function createPostgres(url: string): Retriever {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return {
    name: "postgres ts_rank",
    async index(documents) {
      await sql`create temporary table passages (id text, words tsvector)`;
      for (const { id, title, text } of documents) {
        const whole = `${title}\n${text}`;
        await sql`insert into passages values (${id}, to_tsvector('english', ${whole}))`;
      }
      await sql`create index on passages using gin (words)`;
      await sql`analyze passages`;
    },
    async search(query, limit) {
      const rows = await sql<{ id: string }[]>`
        select id from passages,
          (select replace(plainto_tsquery('english', ${query})::text, '&', '|')::tsquery as words) as asked
        where passages.words @@ asked.words
        order by ts_rank(passages.words, asked.words, 1) desc, id limit ${limit}`;
      return rows.map(({ id }) => id);
    },
    close: () => sql.end(),
  };
}
