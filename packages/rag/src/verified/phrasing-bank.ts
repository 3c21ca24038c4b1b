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
  norms: readonly number[];
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

const TOPIC_SHARE = 0.2;
const FEWEST_TOPIC_ENTRIES = 6;

export function createPhrasingBank(entries: readonly VerifiedEntry[]): PhrasingBank {
  const phrasings = entries.flatMap(({ id, phrasings }) =>
    phrasings.map(({ text, vector = null }) => ({ ...readPhrasing(text), entryId: id, vector })),
  );
  const postings = listPostings(phrasings);
  const count = phrasings.length;
  const idf = (key: string) => {
    const holding = postings.get(key)?.length ?? 0;
    return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
  };
  return {
    phrasings,
    entries: readEntries(phrasings),
    idf,
    isTopic: (stem) => {
      const holding = postings.get(stem) ?? [];
      if (holding.length < count * TOPIC_SHARE) return false;
      return new Set(holding.map((at) => phrasings[at]!.entryId)).size >= FEWEST_TOPIC_ENTRIES;
    },
    postings,
    norms: phrasings.map((phrasing) => Math.hypot(...[...keysOf(phrasing)].map(idf))),
    bytes: phrasings.reduce((sum, phrasing) => sum + bytesOf(phrasing), 0),
  };
}

const BYTES_PER_PHRASING = 2_500;
const BYTES_PER_CHARACTER = 12;

/** As measured on 25,000 phrasings: sets of stems, and grams in the postings. */
function bytesOf({ text, vector }: BankPhrasing): number {
  return BYTES_PER_PHRASING + BYTES_PER_CHARACTER * text.length + (vector?.byteLength ?? 0);
}

function listPostings(phrasings: readonly BankPhrasing[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, phrasing] of phrasings.entries()) {
    for (const key of keysOf(phrasing)) {
      const list = postings.get(key);
      if (list) list.push(at);
      else postings.set(key, [at]);
    }
  }
  return postings;
}

const CORE_SHARE = 0.8;

function readEntries(phrasings: readonly BankPhrasing[]): Map<string, BankEntry> {
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
