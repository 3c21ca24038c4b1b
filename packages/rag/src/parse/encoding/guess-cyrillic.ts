import iconv from "iconv-lite";

const ENCODINGS = ["windows-1251", "koi8-u", "iso-8859-5", "cp866", "maccyrillic", "cp855"];
const COMMON = "оеаинтсрвлкід";
// Quotation marks and dashes where they belong; under a wrong encoding capitals become such marks.
const AROUND_WORDS = /[“„«‘](?=[\p{L}\p{N}])|[“”»’–—…№\u00A0](?!\p{L})/gu;
const ENOUGH = 0.55;
const LETTERS_SHARE = 0.97;

/** The encoding under which the words are Cyrillic and their letters as common as they should be. */
export function guessCyrillic(foreignWords: Uint8Array, enough = ENOUGH): string | undefined {
  let best = { encoding: "", share: enough };
  for (const encoding of ENCODINGS) {
    if (!iconv.encodingExists(encoding)) continue;
    const text = iconv.decode(Buffer.from(foreignWords), encoding);
    const foreign = text.replace(AROUND_WORDS, "").match(/[^\0-\x7F]/g) ?? [];
    const letters = foreign.filter((letter) => /[Ѐ-ӿ]/.test(letter));
    const common = letters.filter((letter) => COMMON.includes(letter)).length;
    // Two encodings differ in little but the letter that one has as a capital.
    const odd = text.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
    const share = (common - odd) / Math.max(1, foreign.length);
    if (letters.length >= foreign.length * LETTERS_SHARE && share > best.share)
      best = { encoding, share };
  }
  return best.encoding || undefined;
}
