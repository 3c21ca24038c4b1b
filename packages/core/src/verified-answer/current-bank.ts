import { type AskableRow, listAskable } from "@understudy/db/queries/askable-answers";
import { createPhrasingBank, type PhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import type { Context } from "../kernel/context.ts";
import type { CachedBank } from "../knowledge/twin-indexes.ts";
import { embedPhrasings } from "./embed-phrasings.ts";

const ENTRIES_PER_READ = 200;
/** Someone waits for an answer meanwhile; an import has embedded its own. */
const EMBEDDED_PER_READ = 96;

export interface AskedTwin {
  id: string;
  verifiedRevision: bigint;
}

/** All ways to ask for the twin's verified answers, as they are now or a moment ago; read when they have changed. */
export async function currentBank(
  ctx: Context,
  { id: twinId, verifiedRevision }: AskedTwin,
): Promise<PhrasingBank> {
  const entry = ctx.ports.indexes.entry(twinId);
  const { verified } = entry;
  if (verified && verified.revision >= verifiedRevision) return verified.bank;
  const held: CachedBank = { revision: verifiedRevision, bank: readBank(ctx, twinId), bytes: 0 };
  entry.verified = held;
  try {
    const bank = await held.bank;
    held.bytes = bank.bytes;
    return bank;
  } catch (error) {
    if (entry.verified === held) entry.verified = null;
    throw error;
  }
}

async function readBank(ctx: Context, twinId: string): Promise<PhrasingBank> {
  const rows = await readAskable(ctx, twinId);
  const asked = rows.map(({ id, question, phrasings }) => ({
    id,
    texts: [question, ...phrasings],
  }));
  const all = asked.flatMap(({ texts }) => texts);
  const vectorOf = await embedPhrasings(ctx, all, { twinId, atMost: EMBEDDED_PER_READ });
  return createPhrasingBank(
    asked.map(({ id, texts }) => ({
      id,
      phrasings: texts.map((text) => ({ text, vector: vectorOf(text) })),
    })),
  );
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
