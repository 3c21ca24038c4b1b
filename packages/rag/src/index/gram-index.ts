import { hashGram } from "./character-grams.ts";
import { findSorted } from "./find-sorted.ts";
import { buildGramTable, type GramTable, LARGEST_RANGE } from "./gram-table.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds the terms of a vocabulary that hold a character gram; follows the vocabulary's growth. */
export class GramIndex {
  private readonly vocabulary: Vocabulary;
  private tables: GramTable[] = [];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  get bytes(): number {
    return this.tables.reduce(
      (sum, { grams, starts, termIds }) =>
        sum + grams.byteLength + starts.byteLength + termIds.byteLength,
      0,
    );
  }

  /** The terms that hold a gram. */
  find(gram: string): Int32Array {
    this.coverNewTerms();
    const number = hashGram(gram);
    const runs: Int32Array[] = [];
    for (const { grams, starts, termIds } of this.tables) {
      const slot = findSorted(grams, number);
      if (slot >= 0) runs.push(termIds.subarray(starts[slot], starts[slot + 1]));
    }
    return runs.length === 1 ? runs[0]! : Int32Array.from(runs.flatMap((run) => [...run]));
  }

  /** New terms get a table of their own; tables of about one size become one, as in a merge sort. */
  private coverNewTerms(): void {
    const to = this.vocabulary.size;
    let from = this.tables.at(-1)?.to ?? 0;
    if (from === to) return;
    for (let last = this.tables.at(-1); last; last = this.tables.at(-1)) {
      if (last.to - last.from > 2 * (to - from) || to - last.from > LARGEST_RANGE) break;
      from = last.from;
      this.tables.pop();
    }
    this.tables.push(buildGramTable(this.vocabulary, from, to));
  }
}
