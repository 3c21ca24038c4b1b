import type { Reach } from "@understudy/db/queries/reach";
import type { Restrictions } from "@understudy/db/queries/restrictions";
import { createPhrasingBank, type PhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import { type Lineage, listWithin } from "../access-group/is-within.ts";

const PARTS_HELD = 8;

/** The ways to ask for a twin's verified answers: all of them, and those that someone may be given. */
export interface VerifiedBank {
  readonly bytes: number;
  within(reach: Reach | null): Promise<PhrasingBank>;
}

interface Whole {
  bank: PhrasingBank;
  /** Of each answer: itself, and the import that it came with. */
  lineages: ReadonlyMap<string, Lineage>;
  restrictions: Restrictions;
}

/** A part is a bank of its own, so that what is outside weighs in no word of it; the last few are held. */
export function createVerifiedBank({ bank, lineages, restrictions }: Whole): VerifiedBank {
  const parts = new Map<string, { part: Promise<PhrasingBank>; bytes: number }>();
  return {
    get bytes() {
      return Array.from(parts.values()).reduce((sum, { bytes }) => sum + bytes, bank.bytes);
    },
    within(reach) {
      const allowed = listWithin(lineages, reach, restrictions);
      if (!allowed) return Promise.resolve(bank);
      const key = [...allowed].join();
      const held = parts.get(key) ?? { part: cut(bank, allowed), bytes: 0 };
      parts.delete(key);
      parts.set(key, held);
      held.bytes = Math.round((bank.bytes * allowed.size) / lineages.size);
      if (parts.size > PARTS_HELD) parts.delete([...parts.keys()][0]!);
      return held.part;
    },
  };
}

function cut({ entries }: PhrasingBank, allowed: ReadonlySet<string>): Promise<PhrasingBank> {
  const kept = [...entries].filter(([id]) => allowed.has(id));
  return createPhrasingBank(kept.map(([id, { phrasings }]) => ({ id, phrasings })));
}
