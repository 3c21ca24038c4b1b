const LONGEST_HEADING = 90;
const UNDERLINED = /^[^\n]{1,90}\n([=~-])\1{2,}$/;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}[^\n]*$/u;
const NAMED = /^(?:chapter|part|section|appendix|article|annex)\s+[\dIVXLA-Z]+\b[^\n]*$/i;

/** The level of a paragraph that is a heading in plain text (underlined, numbered, in capitals), or 0. */
export function headingLevel(paragraph: string): number {
  if (UNDERLINED.test(paragraph)) return paragraph.endsWith("=") ? 1 : 2;
  if (paragraph.length > LONGEST_HEADING || paragraph.includes("\n")) return 0;
  if (/[.,;:!?。、，]$/.test(paragraph)) return 0;
  const numbered = NUMBERED.exec(paragraph);
  if (numbered) return numbered[1]!.split(".").length + 1;
  if (NAMED.test(paragraph)) return 1;
  return isInCapitals(paragraph) ? 2 : 0;
}

function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && letters.every((letter) => /\p{Lu}/u.test(letter));
}
