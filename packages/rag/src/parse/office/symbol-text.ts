import { xmlAttribute } from "./scan-xml.ts";

const WINGDINGS: Record<string, string> = {
  "6F": "☐",
  "6E": "■",
  "6C": "●",
  A7: "▪",
  A8: "☐",
  D8: "➢",
  DF: "←",
  E0: "→",
  E8: "→",
  F0: "⇨",
  FB: "✗",
  FC: "✓",
  FD: "☒",
  FE: "☑",
};
const SYMBOL: Record<string, string> = {
  "44": "Δ",
  "57": "Ω",
  "53": "Σ",
  "61": "α",
  "62": "β",
  "67": "γ",
  "64": "δ",
  "65": "ε",
  "6C": "λ",
  "6D": "μ",
  "70": "π",
  "72": "ρ",
  "73": "σ",
  A3: "≤",
  A5: "∞",
  AC: "←",
  AE: "→",
  B0: "°",
  B1: "±",
  B3: "≥",
  B4: "×",
  B7: "•",
  B8: "÷",
  B9: "≠",
  BB: "≈",
  D6: "√",
};

/** The character that a `sym` element shows in one of the fonts of signs, or the empty string. */
export function symbolText(tag: string): string {
  const font = xmlAttribute(tag, "font") ?? "";
  const code = (xmlAttribute(tag, "char") ?? "").slice(-2).toUpperCase();
  if (/^wingdings$/i.test(font)) return WINGDINGS[code] ?? "";
  return /^symbol$/i.test(font) ? (SYMBOL[code] ?? "") : "";
}
