/** A text as patterns are sought in it, and where each of its UTF-16 units stands in the original. */
export interface PlainText {
  text: string;
  at: (index: number) => number;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const DASHES = /[\p{Pd}\u2212]/u;
const ASCII = /^[\n\r\t\x20-\x7e]*$/;

/** Without what hides a number or an address: invisible characters, other widths of letters, spaces and dashes of all kinds. */
export function readPlain(original: string): PlainText {
  if (ASCII.test(original)) return { text: original, at: (index) => index };
  const starts: number[] = [];
  let text = "";
  let start = 0;
  for (const character of original) {
    const unit = plainOf(character);
    for (let i = 0; i < unit.length; i += 1) starts.push(start);
    text += unit;
    start += character.length;
  }
  return { text, at: (index) => starts[index] ?? original.length };
}

function plainOf(character: string): string {
  if (INVISIBLE.test(character)) return "";
  if (DASHES.test(character)) return "-";
  if (/[^\S\n]/u.test(character)) return " ";
  const folded = character.normalize("NFKC");
  return folded.length === 1 ? folded : character;
}
