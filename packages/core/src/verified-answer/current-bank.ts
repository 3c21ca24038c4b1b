import { type AskableRow, listAskable } from "@understudy/db/queries/askable-answers";
import type { Reach } from "@understudy/db/queries/reach";
import { listRestrictedAnswers, listRestrictedSources } from "@understudy/db/queries/restrictions";
import { createPhrasingBank, type PhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import type { Context } from "../kernel/context.ts";
import type { CachedBank } from "../knowledge/twin-indexes.ts";
import { embedPhrasings } from "./embed-phrasings.ts";
import { createVerifiedBank, type VerifiedBank } from "./verified-bank.ts";

const ENTRIES_PER_READ = 200;
/** Someone waits for an answer meanwhile; an import has embedded its own. */
const EMBEDDED_PER_READ = 96;

export interface AskedTwin {
  id: string;
  verifiedRevision: bigint;
}

/**
 * All ways to ask for those of the twin's verified answers that are within reach, as they are now or a
 * moment ago; read when they have changed.
 */
export async function currentBank(
  ctx: Context,
  twin: AskedTwin,
  reach: Reach | null,
): Promise<PhrasingBank> {
  const bank = await readOnce(ctx, twin);
  return bank.within(reach);
}

async function readOnce(
  ctx: Context,
  { id: twinId, verifiedRevision }: AskedTwin,
): Promise<VerifiedBank> {
  const entry = ctx.ports.indexes.entry(twinId);
  const { verified } = entry;
  if (verified && verified.revision >= verifiedRevision) return verified.read;
  const held: CachedBank = { revision: verifiedRevision, read: readBank(ctx, twinId), bank: null };
  entry.verified = held;
  try {
    held.bank = await held.read;
    return held.bank;
  } catch (error) {
    if (entry.verified === held) entry.verified = null;
    throw error;
  }
}

async function readBank(ctx: Context, twinId: string): Promise<VerifiedBank> {
  const [answers, sources] = await ctx.transaction(async (tx) =>
    Promise.all([listRestrictedAnswers(tx, twinId), listRestrictedSources(tx, twinId)]),
  );
  const rows = await readAskable(ctx, twinId);
  const asked = rows.map(({ id, question, phrasings }) => ({
    id,
    texts: [question, ...phrasings],
  }));
  const all = asked.flatMap(({ texts }) => texts);
  const vectorOf = await embedPhrasings(ctx, all, { twinId, atMost: EMBEDDED_PER_READ });
  const bank = await createPhrasingBank(
    asked.map(({ id, texts }) => ({
      id,
      phrasings: texts.map((text) => ({ text, vector: vectorOf(text) })),
    })),
  );
  const lineages = new Map(rows.map(({ id, sourceId }) => [id, sourceId ? [id, sourceId] : [id]]));
  return createVerifiedBank({ bank, lineages, restrictions: new Map([...answers, ...sources]) });
}

async function readAskable(ctx: Context, twinId: string): Promise<AskableRow[]> {
  const all: AskableRow[] = [];
  for (;;) {
    const page = { twinId, afterId: all.at(-1)?.id ?? null, limit: ENTRIES_PER_READ };
    const rows = await ctx.transaction((tx) => listAskable(tx, page));
    all.push(...rows);
    if (rows.length < ENTRIES_PER_READ) return all;
  }
}
