const LEADING = /[\xE0-\xE4]/g;
const MARKS = /[\xD1\xD4-\xDA\xE7-\xEE]/g;
// A consonant comes before signs that stand over and under it, and after vowels that are written first.
const SET =
  /(?<=[\xA1-\xCE\xD1\xD4-\xDA\xE7-\xEE])[\xD1\xD4-\xDA\xE7-\xEE]|[\xE0-\xE4](?=[\xA1-\xCE])/g;
const FOREIGN = /[\x80-\xFF]/g;
const OF_THAI = /[\xA1-\xDA\xDF-\xFB\x80\x85\x91-\x97\xA0]/g;
const NEARLY_ALL = 0.97;
// A third of Thai; pairs of bytes, as of Chinese and Korean, look so in a tenth of them.
const FEWEST_SHARE = 0.22;

/** Whether the words are Thai (TIS-620): no other script has such bytes only after such others. */
export function guessThai(foreignWords: Uint8Array): "windows-874" | undefined {
  const text = Buffer.from(foreignWords).toString("latin1");
  const foreign = count(text, FOREIGN);
  const signs = count(text, LEADING) + count(text, MARKS);
  if (signs === 0 || signs < foreign * FEWEST_SHARE) return undefined;
  const isThai =
    count(text, OF_THAI) >= foreign * NEARLY_ALL && count(text, SET) >= signs * NEARLY_ALL;
  return isThai ? "windows-874" : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
