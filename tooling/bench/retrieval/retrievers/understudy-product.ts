import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { addText } from "@understudy/core/source/add-text";
import { openTestWorld } from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";
import type { Retriever } from "../retriever.ts";

const SOURCES_PER_ROUND = 100;
/** A document may have several passages; what `knowledge.search` gives at most. */
const PASSAGES = 50;

/** The whole way: notes are added, parsed, chunked and stored by their jobs, and searched by `knowledge.search`. */
export function createUnderstudyProduct(): Retriever {
  const world = openTestWorld();
  const documentOf = new Map<string, string>();
  const twin = world.then(async ({ newTenant }) => {
    const tenant = await newTenant();
    const owner = tenant.as("owner");
    return { tenant, owner, twinId: (await createTwin.run(owner, { name: "Bench" })).id };
  });
  return {
    name: "understudy (database)",
    async index(documents) {
      const { tenant, owner, twinId } = await twin;
      for (let first = 0; first < documents.length; first += SOURCES_PER_ROUND) {
        for (const { id, title, text } of documents.slice(first, first + SOURCES_PER_ROUND)) {
          const note = { twinId, title: title || "Untitled", text: text || title };
          const source = await addText.run(owner, note);
          if (!source.duplicateOf) documentOf.set(source.id, id);
        }
        await (await world).runJobs(tenant, "ingestion");
      }
    },
    async search(query, limit) {
      const { owner, twinId } = await twin;
      const { passages } = await searchKnowledge.run(owner, { twinId, query, limit: PASSAGES });
      const ids = passages.map(({ sourceId }) => documentOf.get(sourceId)!);
      return [...new Set(ids)].slice(0, limit);
    },
    close: async () => (await world)[Symbol.asyncDispose](),
  };
}
