// Codes 0x10 to 0x1F and 0x80 to 0xBF of the Cork encoding (T1), which TeX's bitmap fonts are set in.
const LOW = ["“", "”", "„", "«", "»", "–", "—", "", "0", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl"];
const HIGH = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£";
const OTHERS: Record<string, string> = { "×": "Œ", ß: "SS", "÷": "œ", ÿ: "ß" };
const LIGATURE = /[\x1B-\x1F]/;
// Of the fonts of signs that go with them, which come under the same name.
const BULLET = /(?<!\S)\x88(?!\S)/g;
const FOREIGN = /[\x10-\x1F\x80-\xBF×ß÷ÿ]/g;

/**
 * pdfTeX embeds bitmap fonts without the names of their glyphs, so that their codes come out as they
 * are. Fonts that show it by a ligature (`fi` at a control code) have all of their letters read.
 */
export function readCorkLetters<Item extends { str: string; fontName: string }>(
  items: readonly Item[],
): Item[] {
  const marked = new Set(items.filter(({ str }) => LIGATURE.test(str)).map((i) => i.fontName));
  const fonts = new Set([...marked].filter((fontName) => isWritten(items, fontName)));
  if (fonts.size === 0) return [...items];
  return items.map((item) =>
    fonts.has(item.fontName)
      ? { ...item, str: item.str.replace(BULLET, "•").replace(FOREIGN, letterOf) }
      : item,
  );
}

const LEAST_LETTERS_SHARE = 0.5;

/** Other fonts without names give their codes too, but then not even plain letters are readable. */
function isWritten(items: readonly { str: string; fontName: string }[], fontName: string): boolean {
  const own = items.filter((item) => item.fontName === fontName);
  const text = own.map(({ str }) => str.replace(/\s/g, "")).join("");
  const letters = text.match(/[a-z\xC0-\xFF]/gi)?.length ?? 0;
  return letters >= text.length * LEAST_LETTERS_SHARE;
}

function letterOf(code: string): string {
  const at = code.charCodeAt(0);
  if (at < 0x20) return LOW[at - 0x10]!;
  return at < 0xc0 ? HIGH[at - 0x80]! : OTHERS[code]!;
}
