import MiniSearch from "minisearch";
import type { Retriever } from "../retriever.ts";

/** minisearch with its defaults. */
export function createMinisearch(): Retriever {
  const index = new MiniSearch({ fields: ["title", "text"] });
  return {
    name: "minisearch",
    async index(documents) {
      index.addAll([...documents]);
    },
    async search(query, limit) {
      return index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id));
    },
  };
}
