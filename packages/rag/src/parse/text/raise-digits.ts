const RAISED: Record<string, string> = { "-": "⁻", "−": "⁻", "–": "⁻", "+": "⁺" };
const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** What is raised after a figure, an exponent or a note's mark, so that it does not make another figure. */
export function raiseDigits(before: string, raised: string): string {
  if (!/\d$/.test(before) || !/^\s*[-−–+]?\d{1,3}\s*$/.test(raised)) return raised;
  return raised.replace(/[-−–+\d]/g, (sign) => RAISED[sign] ?? DIGITS[Number(sign)]!);
}
