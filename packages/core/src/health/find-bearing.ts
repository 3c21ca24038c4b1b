import { type BeliefRow, listBeliefs } from "@understudy/db/queries/beliefs";
import { listAnswersToCheck, type VerifiedText } from "@understudy/db/queries/verified-texts";
import { bearsOn } from "@understudy/rag/health/bears-on";
import { readStatements, type Statement } from "@understudy/rag/health/read-statements";
import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import type { TermIdf } from "@understudy/rag/retrieve/measure-idf";
import { searchIndex } from "@understudy/rag/retrieve/search-index";
import type { Context } from "../kernel/context.ts";

const ROWS_PER_READ = 200;
/** The changed sentences that are most like what is vouched for. */
const LOOKED_AT = 5;
const CHANGES = "changes";

export interface Vouched {
  kind: "verified" | "belief";
  id: string;
  title: string;
}

export interface Bearing {
  on: Vouched;
  /** Which of the sentences bears on it most. */
  at: number;
}

/** What the owner vouches for that some sentences bear on: verified answers, read with their questions, and beliefs. */
export async function findBearing(
  ctx: Context,
  { twinId, sentences, idf }: { twinId: string; sentences: readonly Statement[]; idf: TermIdf },
): Promise<Bearing[]> {
  if (sentences.length === 0) return [];
  const index = createTwinIndex();
  index.add(CHANGES, buildSegment(sentences.map(({ claim }) => ({ text: claim, title: "" }))));
  const found: Bearing[] = [];
  for await (const { on, told } of listVouched(ctx, twinId)) {
    const near = searchIndex(index, told.map(queryOf).join(" "), { limit: LOOKED_AT });
    const rated = near
      .map(({ ordinal }) => ({ at: ordinal, share: shareOf(sentences[ordinal]!, told, idf) }))
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share);
    if (rated[0]) found.push({ on, at: rated[0].at });
  }
  return found;
}

const queryOf = ({ question, claim }: Statement) => `${question} ${claim}`;

function shareOf(changed: Statement, told: readonly Statement[], idf: TermIdf): number {
  return Math.max(0, ...told.map((statement) => bearsOn(changed, statement, idf)));
}

/** Verified answers with their questions, then beliefs with what they apply to. */
async function* listVouched(
  ctx: Context,
  twinId: string,
): AsyncGenerator<{ on: Vouched; told: Statement[] }> {
  for await (const { id, question, answer } of listVerified(ctx, twinId)) {
    const on: Vouched = { kind: "verified", id, title: question };
    yield { on, told: readStatements(answer, question) };
  }
  for await (const { id, statement, scope } of listHeld(ctx, twinId)) {
    const on: Vouched = { kind: "belief", id, title: statement };
    yield { on, told: readStatements(statement, scope ?? "") };
  }
}

async function* listVerified(ctx: Context, twinId: string): AsyncGenerator<VerifiedText> {
  let afterId: string | null = null;
  do {
    const page = { twinId, afterId, limit: ROWS_PER_READ };
    const rows: VerifiedText[] = await ctx.transaction((tx) => listAnswersToCheck(tx, page));
    yield* rows;
    afterId = rows.length < ROWS_PER_READ ? null : rows.at(-1)!.id;
  } while (afterId);
}

async function* listHeld(ctx: Context, twinId: string): AsyncGenerator<BeliefRow> {
  let beforeId: string | null = null;
  do {
    const page = { twinId, beforeId, limit: ROWS_PER_READ };
    const rows: BeliefRow[] = await ctx.transaction((tx) => listBeliefs(tx, page));
    yield* rows;
    beforeId = rows.length < ROWS_PER_READ ? null : rows.at(-1)!.id;
  } while (beforeId);
}
