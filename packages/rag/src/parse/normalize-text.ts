// What Unicode calls ignorable (zero-width and bidi controls, soft hyphens, byte order marks, tags):
// invisible to people, so it must not hide words from search or from quotation.
const INVISIBLE = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;
const CONTROL = /[\0-\x08\x0B\x0E-\x1F\x7F-\x84\x86-\x9F]/g;
const LINE_END = /\r\n?|[\x0C\x85\u2028\u2029]/g;
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
// Print programs write radicals for the ideographs that look alike, and ligatures for their letters.
const LOOKALIKE = /[\u2E80-\u2FD5\uF06F-\uF0FE\uFB00-\uFB06\uFE10-\uFE19\uFE35-\uFE48]/g;
// What the fonts Symbol and Wingdings show, which Word writes into a range for private use.
const SIGNS =
  "\uF0B7•\uF0A7▪\uF0D8➢\uF076❖\uF0FC✓\uF0A8☐\uF06F☐\uF0FE☑\uF0FD☒\uF0E0→\uF0B3≥\uF0A3≤\uF0B1±\uF0B0°\uF0B4×";
const RADICALS =
  "⺟母⺠民⺝月⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟";
const LOOKALIKES = SIGNS + RADICALS;
// Joiners are kept inside words of scripts that need them (Persian, Hindi) and in emoji.
const IDLE_JOINER =
  /(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}])/gu;

/**
 * The one form text has after parsing: NFC, `\n` line ends, no control characters but `\n` and `\t`,
 * nothing invisible, every space a plain space, no lone surrogates.
 */
export function normalizeText(raw: string): string {
  if (isPlainAscii(raw)) return raw;
  return raw
    .toWellFormed()
    .replace(LINE_END, "\n")
    .replace(CONTROL, "")
    .replace(INVISIBLE, "")
    .replace(IDLE_JOINER, "")
    .replace(SPACE, " ")
    .replace(LOOKALIKE, plainLetter)
    .normalize("NFC");
}

function plainLetter(sign: string): string {
  const at = LOOKALIKES.indexOf(sign);
  return at < 0 || at % 2 === 1 ? sign.normalize("NFKC") : LOOKALIKES[at + 1]!;
}

const PLAIN_ASCII = /^[\n\t\x20-\x7E]*$/;

function isPlainAscii(text: string): boolean {
  return PLAIN_ASCII.test(text);
}

/** Normalised text on one line: every run of white space is one space, none at the ends. */
export function normalizeLine(raw: string): string {
  return normalizeText(raw).replace(/\s+/g, " ").trim();
}
