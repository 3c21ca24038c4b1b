import { setImmediate } from "node:timers/promises";
import { characterGrams } from "../index/character-grams.ts";
import { type Phrasing, readPhrasing } from "./read-phrasing.ts";

/** An entry as its owner wrote it; the first phrasing is the question itself. */
export interface VerifiedEntry {
  id: string;
  phrasings: readonly { text: string; vector?: Float32Array | null }[];
}

export interface BankPhrasing extends Phrasing {
  entryId: string;
  /** Of length 1; null without a model that embeds. */
  vector: Float32Array | null;
}

/** All ways to ask for verified answers of one twin, read once; never changed, but made anew. */
export interface PhrasingBank {
  phrasings: readonly BankPhrasing[];
  entries: ReadonlyMap<string, BankEntry>;
  /** Inverse document frequency over phrasings, of a stem or a character gram. */
  idf(key: string): number;
  /** Whether so many entries speak of it that it goes without saying. */
  isTopic(stem: string): boolean;
  /** Indexes of the phrasings that hold a stem or a character gram. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** The length of each phrasing's vector of idf. */
  norms: Float64Array;
  /** What it takes in memory, roughly. */
  bytes: number;
}

export interface BankEntry {
  phrasings: readonly BankPhrasing[];
  /** The content of all its phrasings together. */
  vocabulary: ReadonlySet<string>;
  /** What nearly all of its phrasings say. */
  core: ReadonlySet<string>;
}

/** As if so many other things could be asked as well: in a small bank its few words are not common. */
const UNSEEN = 20;
const TOPIC_SHARE = 0.2;
const FEWEST_TOPIC_ENTRIES = 6;

const ENTRIES_AT_ONCE = 100;

/** Lets others have their turn meanwhile: the largest banks take a second. */
export async function createPhrasingBank(entries: readonly VerifiedEntry[]): Promise<PhrasingBank> {
  const phrasings: BankPhrasing[] = [];
  const postings = new Map<string, number[]>();
  for (let first = 0; first < entries.length; first += ENTRIES_AT_ONCE) {
    for (const entry of entries.slice(first, first + ENTRIES_AT_ONCE)) {
      for (const phrasing of readEntry(entry)) {
        addPostings(postings, phrasing, phrasings.length);
        phrasings.push(phrasing);
      }
    }
    await setImmediate();
  }
  return describeBank(phrasings, postings);
}

function readEntry({ id, phrasings }: VerifiedEntry): BankPhrasing[] {
  return phrasings.map(({ text, vector = null }) => ({
    ...readPhrasing(text),
    entryId: id,
    vector,
  }));
}

function addPostings(postings: Map<string, number[]>, phrasing: BankPhrasing, at: number): void {
  for (const key of keysOf(phrasing)) {
    const list = postings.get(key);
    if (list) list.push(at);
    else postings.set(key, [at]);
  }
}

function describeBank(
  phrasings: readonly BankPhrasing[],
  postings: ReadonlyMap<string, readonly number[]>,
): PhrasingBank {
  const count = phrasings.length;
  const idf = (key: string) => {
    const holding = postings.get(key)?.length ?? 0;
    return Math.log(1 + (count + UNSEEN - holding + 0.5) / (holding + 0.5));
  };
  return {
    phrasings,
    entries: gatherEntries(phrasings),
    idf,
    isTopic: (stem) => {
      const holding = postings.get(stem) ?? [];
      if (holding.length < count * TOPIC_SHARE) return false;
      return new Set(holding.map((at) => phrasings[at]!.entryId)).size >= FEWEST_TOPIC_ENTRIES;
    },
    postings,
    norms: measureNorms(postings, { count, idf }),
    bytes: phrasings.reduce((sum, phrasing) => sum + bytesOf(phrasing), 0),
  };
}

const BYTES_PER_PHRASING = 1_000;
const BYTES_PER_CHARACTER = 12;

/** As measured on 25,000 phrasings: sets of stems, and grams in the postings. */
function bytesOf({ text, vector }: BankPhrasing): number {
  return BYTES_PER_PHRASING + BYTES_PER_CHARACTER * text.length + (vector?.byteLength ?? 0);
}

function measureNorms(
  postings: ReadonlyMap<string, readonly number[]>,
  { count, idf }: { count: number; idf: (key: string) => number },
): Float64Array {
  const squares = new Float64Array(count);
  for (const [key, holding] of postings) {
    const square = idf(key) ** 2;
    for (const at of holding) squares[at]! += square;
  }
  return squares.map(Math.sqrt);
}

const CORE_SHARE = 0.8;

function gatherEntries(phrasings: readonly BankPhrasing[]): Map<string, BankEntry> {
  const byEntry = Map.groupBy(phrasings, ({ entryId }) => entryId);
  return new Map(
    [...byEntry].map(([id, own]) => {
      const vocabulary = new Set(own.flatMap(({ content }) => [...content]));
      const isCore = (stem: string) =>
        own.filter(({ content }) => content.has(stem)).length >= own.length * CORE_SHARE;
      return [id, { phrasings: own, vocabulary, core: new Set([...vocabulary].filter(isCore)) }];
    }),
  );
}

/** Stems as they are; character grams behind a mark that no stem holds. */
export function keysOf({ content, functional }: Phrasing): Set<string> {
  const grams = [...content].flatMap((stem) => characterGrams(stem).map((gram) => `#${gram}`));
  return new Set([...content, ...functional, ...grams]);
}
