import { capitalisesNouns } from "../../text/capitalises-nouns.ts";
import { type ClaimWord, contentWords, readWords } from "../read-claim.ts";

const BY = /(?<!\p{L})(?:by|von|durch|par|por|da|from|to|and|or|und|oder|et|ou|y)(?!\p{L})/iu;

/**
 * Whether names stand on the same sides of the word between them: "Holm sued Berg" does not rest on
 * "Berg sued Holm", but "Holm was sued by Berg" does.
 */
export function orderAgrees(claim: string, evidence: string): boolean {
  // German turns its sentences round as well.
  if (capitalisesNouns(claim) || BY.test(claim) !== BY.test(evidence)) return true;
  const [ours, theirs] = [readWords(claim), readWords(evidence)];
  const names = [...namesIn(claim)].filter((name) => namesIn(evidence).has(name));
  const links = contentWords(ours).filter(({ word }) => !names.includes(word));
  return names.every((one) =>
    names.every((other) => {
      if (one === other) return true;
      return links.every(
        ({ stem }) =>
          !(stands(ours, one, stem, other) && stands(theirs, other, stem, one)) ||
          stands(theirs, one, stem, other),
      );
    }),
  );
}

function namesIn(text: string): Set<string> {
  const names = Array.from(text.matchAll(/(?<!\p{L})\p{Lu}[\p{L}\p{M}]+/gu), ([name]) => name);
  return new Set(names.flatMap(readWords).map(({ word }) => word));
}

function stands(words: readonly ClaimWord[], one: string, link: string, other: string): boolean {
  const first = words.findIndex(({ word }) => word === one);
  const between = words.findIndex(({ stem }, at) => at > first && stem === link);
  const last = words.findLastIndex(({ word }) => word === other);
  return first >= 0 && between > first && last > between;
}
