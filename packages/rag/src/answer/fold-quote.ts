/** Text made comparable, each UTF-16 unit knowing the span of the original it came from. */
export interface FoldedQuote {
  text: string;
  starts: number[];
  ends: number[];
}

const CLUSTERS = /\s+|\P{M}\p{M}*|\p{M}+/gu;
const SINGLE_QUOTES = /[‘’‚‛′‹›`´]/gu;
const DOUBLE_QUOTES = /[“”„‟″«»〝〞]/gu;
const DASHES = /[‐‑‒–—―−﹘﹣－]/gu;
const INVISIBLE = /\p{Cf}/gu;

/**
 * Folds white space, typographic quotes and dashes, compatibility forms (NFKD, which unlike NFKC
 * can be applied piece by piece), invisible format characters and case (by upper case, so that ß is SS).
 */
export function foldQuote(original: string): FoldedQuote {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (const { 0: cluster, index } of original.matchAll(CLUSTERS)) {
    const folded = foldCluster(cluster);
    if (folded === " " && text.endsWith(" ")) {
      ends[ends.length - 1] = index + cluster.length;
      continue;
    }
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text, starts, ends };
}

/** Nothing of ASCII but a space or the grave accent becomes anything but its lower case. */
const PLAIN = /^[!-_a-~]$/;

function foldCluster(cluster: string): string {
  if (cluster === " ") return cluster;
  if (PLAIN.test(cluster)) return cluster.toLowerCase();
  return cluster
    .replace(INVISIBLE, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/gu, " ");
}
