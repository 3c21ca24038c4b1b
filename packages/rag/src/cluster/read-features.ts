import { characterGrams } from "../index/character-grams.ts";
import { readPhrasing } from "../verified/read-phrasing.ts";

const GRAM_WEIGHT = 0.3;
const FUNCTION_WORD_WEIGHT = 0.3;
const PAIR_WEIGHT = 0.5;
const LONGEST_PAIRED = 8;

/**
 * What a question is put beside others by, each with its weight: stems of what it asks, their character
 * grams (slips, endings), how it is asked, and which two stems come together, which is what tells
 * "lost card" from "card payment".
 */
export function readFeatures(text: string): Map<string, number> {
  const { content, functional } = readPhrasing(text);
  const features = new Map<string, number>();
  for (const stem of content) {
    features.set(stem, 1);
    for (const gram of characterGrams(stem)) features.set(`#${gram}`, GRAM_WEIGHT);
  }
  for (const stem of functional) features.set(`~${stem}`, FUNCTION_WORD_WEIGHT);
  for (const pair of pairsOf([...content].slice(0, LONGEST_PAIRED).sort())) {
    features.set(pair, PAIR_WEIGHT);
  }
  return features;
}

function pairsOf(stems: readonly string[]): string[] {
  return stems.flatMap((one, at) => stems.slice(at + 1).map((other) => `${one} ${other}`));
}
