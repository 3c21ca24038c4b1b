import type { PassageText } from "./rerank.ts";
import { createTermNumbers, type TermNumbers } from "./term-numbers.ts";

/** A passage as the reranker reads it: its units (headings, if any, and sentences) as runs of terms. */
export interface ReadPassage {
  /** The numbers of all its terms, as the passage is read. */
  terms: Int32Array;
  /** Where each unit ends in `terms`. */
  unitEnds: Int32Array;
  /** How many character grams the terms of each unit have. */
  unitGrams: Int32Array;
  /** Title and headings are the first unit. */
  hasHeading: boolean;
}

export interface Reading {
  passages: readonly ReadPassage[];
  numbers: TermNumbers;
}

/** Coarser than the chunker's sentences and much faster: a wrong break costs a little rank, not a quote. */
const SENTENCE = /[^.!?。！？।॥\n]+/g;
/** Of what is remembered: with what was read in it, about 40 MB. */
const MOST_CHARACTERS = 12_000_000;
const MOST_TERMS = 200_000;

let numbers = createTermNumbers();
/** By all that was read; the order is that of last use. */
const known = new Map<string, ReadPassage>();
let characters = 0;

/** Reads passages; the same words are read once, however often and for whatever twin they are candidates. */
export function readPassages(passages: readonly PassageText[]): Reading {
  if (numbers.size > MOST_TERMS) forget();
  return { passages: passages.map(recall), numbers };
}

function recall({ text, title, headings = [] }: PassageText): ReadPassage {
  const heading = [title, ...headings].join("\n");
  const key = `${heading}\0${text}`;
  const remembered = known.get(key);
  const read = remembered ?? readPassage(heading, text);
  known.delete(key);
  known.set(key, read);
  if (!remembered) {
    characters += key.length;
    dropOldest();
  }
  return read;
}

function readPassage(heading: string, text: string): ReadPassage {
  const terms: number[] = [];
  const unitEnds: number[] = [];
  const unitGrams: number[] = [];
  const readUnit = (unit: string): boolean => {
    const start = terms.length;
    numbers.read(unit, terms);
    if (terms.length === start) return false;
    let grams = 0;
    for (let at = start; at < terms.length; at++) grams += numbers.gramCount(terms[at]!);
    unitEnds.push(terms.length);
    unitGrams.push(grams);
    return true;
  };
  const hasHeading = readUnit(heading);
  for (const sentence of text.match(SENTENCE) ?? []) readUnit(sentence);
  return {
    terms: Int32Array.from(terms),
    unitEnds: Int32Array.from(unitEnds),
    unitGrams: Int32Array.from(unitGrams),
    hasHeading,
  };
}

function dropOldest(): void {
  for (const key of known.keys()) {
    if (characters <= MOST_CHARACTERS) return;
    known.delete(key);
    characters -= key.length;
  }
}

function forget(): void {
  numbers = createTermNumbers();
  known.clear();
  characters = 0;
}
