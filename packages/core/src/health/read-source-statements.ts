import { listVersionPassages } from "@understudy/db/queries/passage-effects";
import { readStatements, type Statement } from "@understudy/rag/health/read-statements";
import type { Context } from "../kernel/context.ts";

export interface SourceStatement {
  statement: Statement;
  chunkId: string;
  /** Of the passage that it stands in. */
  text: string;
}

/** What a version claims as it answers, once each: passages overlap. */
export async function readSourceStatements(
  ctx: Context,
  versionId: string,
): Promise<SourceStatement[]> {
  const passages = await ctx.transaction((tx) => listVersionPassages(tx, versionId));
  const seen = new Set<string>();
  return passages
    .filter(({ state }) => state !== "hidden")
    .flatMap(({ id: chunkId, text, shownText }) => {
      const told = shownText ?? text;
      return readStatements(told).flatMap((statement) => {
        if (seen.has(statement.claim)) return [];
        seen.add(statement.claim);
        return [{ statement, chunkId, text: told }];
      });
    });
}
