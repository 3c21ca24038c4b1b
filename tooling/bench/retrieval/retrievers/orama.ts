import { create, insertMultiple, search } from "@orama/orama";
import type { Retriever } from "../retriever.ts";

/** Orama's full-text search with its defaults. */
export function createOrama(): Retriever {
  const db = create({ schema: { title: "string", text: "string" } });
  return {
    name: "orama",
    async index(documents) {
      await insertMultiple(db, [...documents]);
    },
    async search(query, limit) {
      const { hits } = await search(db, { term: query, limit });
      return hits.map(({ id }) => id);
    },
  };
}
