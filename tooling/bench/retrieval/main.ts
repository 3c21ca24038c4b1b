// pnpm bench retrieval [--data DIR] [--sets squad2,xquad:ar] [--retrievers understudy,minisearch]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEV_SETS } from "./dev-sets.ts";
import { printTable } from "./print-table.ts";
import { readBenchSet } from "./read-bench-set.ts";
import type { Retriever } from "./retriever.ts";
import { createMinisearch } from "./retrievers/minisearch.ts";
import { createOrama } from "./retrievers/orama.ts";
import { createUnderstudyIndex } from "./retrievers/understudy-index.ts";
import { createUnderstudyProduct } from "./retrievers/understudy-product.ts";
import { createWinkBm25 } from "./retrievers/wink-bm25.ts";
import { type ScoredSet, scoreRetriever } from "./score-retriever.ts";

const RETRIEVERS: Record<string, () => Retriever> = {
  product: createUnderstudyProduct,
  understudy: createUnderstudyIndex,
  minisearch: createMinisearch,
  "wink-bm25": createWinkBm25,
  orama: createOrama,
};

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, "data") },
    sets: { type: "string", default: DEV_SETS.join(",") },
    retrievers: { type: "string", default: Object.keys(RETRIEVERS).join(",") },
  },
});

const names = values.sets.split(",").filter((name) => {
  return existsSync(join(values.data, name.split(":")[0]!));
});
if (names.length === 0) throw new Error(`None of ${values.sets} is in ${values.data}`);

const scored: ScoredSet[] = [];
for (const name of names) {
  const set = readBenchSet(values.data, name);
  for (const retriever of values.retrievers.split(",")) {
    const create = RETRIEVERS[retriever];
    if (!create) throw new Error(`There is no retriever ${retriever}`);
    const opened = create();
    scored.push(await scoreRetriever(opened, set));
    await opened.close?.();
  }
}
printTable(scored);
