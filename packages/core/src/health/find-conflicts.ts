import { setImmediate } from "node:timers/promises";
import { listPassagesAt, type PassageRow } from "@understudy/db/queries/passages";
import { comparePassages } from "@understudy/rag/health/compare-passages";
import { dropSeries } from "@understudy/rag/health/drop-series";
import { proposeNeighbours } from "@understudy/rag/health/propose-neighbours";
import type { Statement } from "@understudy/rag/health/read-statements";
import { recallStatements } from "@understudy/rag/health/recall-statements";
import type { TwinIndex } from "@understudy/rag/index/twin-index";
import type { PassagePlace } from "@understudy/rag/retrieve/candidate";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { viewBlocks } from "@understudy/rag/retrieve/view-blocks";
import type { Context } from "../kernel/context.ts";
import { placeKey } from "../knowledge/place-key.ts";
import { type FoundConflict, type Side, sideOf } from "./conflict-sides.ts";

const STATEMENTS_PER_READ = 25;

export interface Claimed {
  statement: Statement;
  owner: Omit<Side, "start" | "end">;
}

/**
 * What other passages say otherwise than some statements: the retrieval index proposes where the same
 * is spoken of, the words decide.
 */
export async function findConflicts(
  ctx: Context,
  claims: readonly Claimed[],
  { index, within }: { index: TwinIndex; within: ReadonlySet<string> },
): Promise<FoundConflict[]> {
  const idf = measureIdf(index);
  let seen = lookAt(index, within);
  const found: FoundConflict[] = [];
  const own = new Set(claims.map(({ statement }) => statement.claim));
  for (let first = 0; first < claims.length; first += STATEMENTS_PER_READ) {
    ctx.signal.throwIfAborted();
    const batch = claims.slice(first, first + STATEMENTS_PER_READ);
    const places: PassagePlace[][] = [];
    for (const { statement } of batch) {
      if (seen.revision !== index.revision) seen = lookAt(index, within);
      places.push(proposeNeighbours(index, statement, seen.visible));
      await setImmediate();
    }
    const near = await readNear(ctx, places.flat());
    for (const [at, { statement, owner }] of batch.entries()) {
      const others = places[at]!.flatMap((place) => near.get(placeKey(place)) ?? []);
      const conflicts = others
        .filter((each) => !agrees(statement, each, others))
        .flatMap(({ passage: { sourceId: ownerId, id: chunkId, text }, statements }) => {
          const [conflict] = comparePassages([statement], statements, idf);
          // Who says both does not mean the same by them: "on day 1 …", "on day 2 …".
          if (!conflict || own.has(conflict.other.claim)) return [];
          const theirs = sideOf({ ownerId, chunkId, text }, conflict.other);
          return [{ conflict, ours: sideOf(owner, statement), theirs }];
        });
      found.push(...dropSeries(conflicts));
    }
  }
  return found;
}

function lookAt(index: TwinIndex, within: ReadonlySet<string>) {
  return { revision: index.revision, visible: viewBlocks(index, within) };
}

interface Near {
  passage: PassageRow;
  statements: readonly Statement[];
}

async function readNear(ctx: Context, places: readonly PassagePlace[]): Promise<Map<string, Near>> {
  const wanted = new Map(
    places.map((place) => [
      placeKey(place),
      { sourceVersionId: place.segmentId, ordinal: place.ordinal },
    ]),
  );
  const rows = await ctx.transaction((tx) =>
    listPassagesAt(tx, [...wanted.values()], { reach: null }),
  );
  return new Map(
    rows.map((passage) => [
      placeKey({ segmentId: passage.sourceVersionId, ordinal: passage.ordinal }),
      { passage, statements: recallStatements(passage.text) },
    ]),
  );
}

/** The other's source says the very same, there or in another passage. */
function agrees({ claim }: Statement, other: Near, others: readonly Near[]): boolean {
  const { sourceVersionId } = other.passage;
  return others.some(
    ({ passage, statements }) =>
      passage.sourceVersionId === sourceVersionId &&
      statements.some((said) => said.claim === claim),
  );
}
