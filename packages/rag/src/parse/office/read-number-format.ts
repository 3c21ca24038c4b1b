/** A number that is shown with words around it: a currency, a unit. */
export interface Worded {
  before: string;
  after: string;
  /** Digits behind the point. */
  decimals: number;
}

/** Places for digits that are filled with zeros, as numbers of people and places have: `000-0000`. */
export interface Masked {
  mask: string;
}

export type NumberStyle = "date" | "percent" | "duration" | Worded | Masked;

/** Words in quotes, a character behind a stroke, and `[$€-407]`: a currency and whose way of writing it is. */
const WORDS = /"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]/g;
/** Colours and conditions, space as wide as a character, and one that fills the cell. */
const UNSEEN = /\[[^\]]*\]|[_*]./g;
const NUMBER = /[#?0,]+(?:\.([#?0]*))?/;
const MASK = /^0+(?:[-/ ]0+)*$/;
const SAYS_SOMETHING = /\p{L}|\p{Sc}/u;
const MOST_DECIMALS = 15;
const KEPT_FROM = 0xe000;
const KEPT = /[\uE000-\uF8FF]/g;

/** What a format code (ECMA-376 18.8.31) makes of a number, where that means something else. */
export function readNumberFormat(code = ""): NumberStyle | undefined {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return "duration";
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").replace(/general/gi, "");
  if (bare.includes("%")) return "percent";
  if (/[ymdhs]/i.test(bare)) return "date";
  const section = code.split(";", 1)[0] ?? "";
  const mask = section.replace(/\\(.)|"([-/ ])"/g, "$1$2");
  return mask.length > 1 && MASK.test(mask) ? { mask } : readWords(section);
}

function readWords(section: string): Worded | undefined {
  const words: string[] = [];
  const places = section
    .replace(WORDS, (_, ...found: (string | undefined)[]) => {
      const text = found.slice(0, 3).find((part) => part !== undefined) ?? "";
      return String.fromCharCode(KEPT_FROM + words.push(text) - 1);
    })
    .replace(UNSEEN, "");
  const number = NUMBER.exec(places);
  if (!number) return undefined;
  const say = (part: string) =>
    part.replace(KEPT, (kept) => words[kept.charCodeAt(0) - KEPT_FROM] ?? "");
  const before = say(places.slice(0, number.index)).trimStart();
  const after = say(places.slice(number.index + number[0].length)).trimEnd();
  if (!SAYS_SOMETHING.test(before + after)) return undefined;
  const decimals = number[1]?.replaceAll("#", "").length ?? 0;
  return { before, after, decimals: Math.min(decimals, MOST_DECIMALS) };
}
