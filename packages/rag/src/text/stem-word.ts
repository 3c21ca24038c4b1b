import { stemmer } from "stemmer";

/** What is longer is no word, and is not worth keeping. */
const STEMMABLE = /^[a-z]{3,64}$/;
const REMEMBERED_WORDS = 50_000;
const stems = new Map<string, string>();

/** Porter's stem of a word in Latin letters; any other word as it is. (Porter 1980, "An algorithm for suffix stripping") */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (!STEMMABLE.test(word)) return word;
  const stem = stemmer(word);
  if (stems.size >= REMEMBERED_WORDS) stems.clear();
  stems.set(word, stem);
  return stem;
}
