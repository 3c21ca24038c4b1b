import winkBm25 from "wink-bm25-text-search";
import nlp from "wink-nlp-utils";
import type { Retriever } from "../retriever.ts";

/** wink-bm25-text-search as its documentation shows it: Porter stems, stopwords removed. */
export function createWinkBm25(): Retriever {
  const engine = winkBm25();
  const ids: string[] = [];
  return {
    name: "wink-bm25",
    async index(documents) {
      engine.defineConfig({ fldWeights: { body: 1 } });
      engine.definePrepTasks([
        nlp.string.lowerCase,
        nlp.string.tokenize0,
        nlp.tokens.removeWords,
        nlp.tokens.stem,
      ]);
      for (const { id, title, text } of documents) {
        engine.addDoc({ body: `${title}\n${text}` }, ids.length);
        ids.push(id);
      }
      engine.consolidate();
    },
    async search(query, limit) {
      return engine.search(query, limit).map(([number]) => ids[Number(number)]!);
    },
  };
}
