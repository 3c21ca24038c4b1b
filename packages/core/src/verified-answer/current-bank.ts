import { listAskable } from "@understudy/db/queries/verified-answers";
import {
  createPhrasingBank,
  type PhrasingBank,
  type VerifiedEntry,
} from "@understudy/rag/verified/phrasing-bank";
import type { Context } from "../kernel/context.ts";
import type { CachedBank } from "../knowledge/twin-indexes.ts";

const ENTRIES_PER_READ = 200;

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
  const entries: VerifiedEntry[] = [];
  let afterId: string | null = null;
  for (;;) {
    const page: Parameters<typeof listAskable>[1] = { twinId, afterId, limit: ENTRIES_PER_READ };
    const rows = await ctx.transaction((tx) => listAskable(tx, page));
    for (const { id, question, phrasings } of rows) {
      entries.push({ id, phrasings: [question, ...phrasings].map((text) => ({ text })) });
    }
    if (rows.length < ENTRIES_PER_READ) return createPhrasingBank(entries);
    afterId = rows.at(-1)!.id;
  }
}
