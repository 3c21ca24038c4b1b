// pnpm bench retrieval [--data DIR] [--sets squad2,xquad:ar] [--retrievers product,minisearch] [--queries 500]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { provideServer } from "../../test/provide-server.ts";
import { DEV_SETS } from "./dev-sets.ts";
import { drawEvenly } from "./draw-evenly.ts";
import { printMeans, printSet } from "./print-table.ts";
import { readBenchSet } from "./read-bench-set.ts";
import type { Retriever } from "./retriever.ts";
import { createMinisearch } from "./retrievers/minisearch.ts";
import { createOrama } from "./retrievers/orama.ts";
import { createPostgres } from "./retrievers/postgres.ts";
import { createUnderstudyIndex } from "./retrievers/understudy-index.ts";
import { createUnderstudyProduct } from "./retrievers/understudy-product.ts";
import { createWinkBm25 } from "./retrievers/wink-bm25.ts";
import { type ScoredSet, scoreRetriever } from "./score-retriever.ts";

const server = await provideServer();
const RETRIEVERS: Record<string, () => Retriever> = {
  product: createUnderstudyProduct,
  understudy: createUnderstudyIndex,
  minisearch: createMinisearch,
  "wink-bm25": createWinkBm25,
  orama: createOrama,
  ...("url" in server && { postgres: () => createPostgres(server.url) }),
};

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, "data") },
    sets: { type: "string", default: DEV_SETS.join(",") },
    retrievers: { type: "string", default: Object.keys(RETRIEVERS).join(",") },
    queries: { type: "string", default: "Infinity" },
  },
});

const names = values.sets.split(",").filter((name) => {
  return existsSync(join(values.data, name.split(":")[0]!));
});
if (names.length === 0) throw new Error(`None of ${values.sets} is in ${values.data}`);

const scored: ScoredSet[] = [];
try {
  for (const name of names) {
    const rows = await scoreSet(name);
    printSet(rows);
    scored.push(...rows);
  }
} finally {
  if ("url" in server) await server.stop();
}
if (names.length > 1) printMeans(scored, names.length);

async function scoreSet(name: string): Promise<ScoredSet[]> {
  const { queries, ...set } = readBenchSet(values.data, name);
  const drawn = { ...set, queries: drawEvenly(queries, Number(values.queries)) };
  const rows: ScoredSet[] = [];
  for (const retriever of values.retrievers.split(",")) {
    const create = RETRIEVERS[retriever];
    if (!create) throw new Error(`There is no retriever ${retriever}`);
    const opened = create();
    rows.push(await scoreRetriever(opened, drawn));
    await opened.close?.();
  }
  return rows;
}
