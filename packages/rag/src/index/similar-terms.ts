import { characterGrams, setCosine } from "./character-grams.ts";
import { bucketOf, buildGramTable, type GramTable } from "./gram-table.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface SimilarTerm {
  termId: number;
  /** Cosine of the character grams, 1 for the term itself. */
  similarity: number;
}

/** Finds the terms of a vocabulary that are spelt like a given one. */
export class SimilarTerms {
  private readonly vocabulary: Vocabulary;
  private tables: GramTable[] = [];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  get bytes(): number {
    return this.tables.reduce(
      (sum, { starts, termIds, gramCounts }) =>
        sum + starts.byteLength + termIds.byteLength + gramCounts.byteLength,
      0,
    );
  }

  /** Terms whose similarity is at least `least`, in no particular order. */
  find(term: string, least: number): SimilarTerm[] {
    this.coverNewTerms();
    const grams = characterGrams(term);
    const found: SimilarTerm[] = [];
    for (const table of this.tables) {
      for (const termId of likelyTerms(table, grams, least)) {
        const similarity = setCosine(grams, characterGrams(this.vocabulary.terms[termId]!));
        if (similarity >= least) found.push({ termId, similarity });
      }
    }
    return found;
  }

  /** New terms get a table of their own; tables of about one size become one, as in a merge sort. */
  private coverNewTerms(): void {
    const to = this.vocabulary.size;
    let from = this.tables.at(-1)?.to ?? 0;
    if (from === to) return;
    for (let last = this.tables.at(-1); last; last = this.tables.at(-1)) {
      if (last.to - last.from > 2 * (to - from)) break;
      from = last.from;
      this.tables.pop();
    }
    this.tables.push(buildGramTable(this.vocabulary.terms, from, to));
  }
}

/** Bucket collisions only add, so no similar term is missed. */
function likelyTerms(table: GramTable, grams: ReadonlySet<string>, least: number): number[] {
  const shared = new Uint8Array(table.to - table.from);
  const touched: number[] = [];
  for (const gram of grams) {
    for (const termId of bucketOf(table, gram)) {
      if (shared[termId - table.from]!++ === 0) touched.push(termId);
    }
  }
  return touched.filter((termId) => {
    const slot = termId - table.from;
    return shared[slot]! >= least * Math.sqrt(grams.size * table.gramCounts[slot]!);
  });
}
