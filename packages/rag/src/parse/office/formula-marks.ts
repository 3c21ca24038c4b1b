import { raiseDigits } from "../text/raise-digits.ts";

const PARTS = new Set(["num", "den", "sup"]);

export interface FormulaMarks {
  isPart(name: string): boolean;
  /** True when the element is a part of a fraction or an exponent, which `text` stands before. */
  open(name: string, text: string): boolean;
  /** The text with the part that ends written as on one line: `(a + b)/2`, `x^n`. */
  close(text: string): string;
}

/** Fractions and exponents of Office's formulas (ECMA-376 22.1), which without signs read as other ones. */
export function createFormulaMarks(): FormulaMarks {
  const starts: { name: string; at: number }[] = [];
  return {
    isPart: (name) => PARTS.has(name),
    open(name, text) {
      if (PARTS.has(name)) starts.push({ name, at: text.length });
      return PARTS.has(name);
    },
    close(text) {
      const { name, at } = starts.pop() ?? { name: "", at: text.length };
      const before = text.slice(0, at);
      const part = text.slice(at);
      if (part === "") return text;
      const held = /^[\p{L}\p{N}.,]+$/u.test(part) ? part : `(${part})`;
      if (name === "num") return before + held;
      if (name === "den") return `${before}/${held}`;
      return before + (/^\d$/.test(part) ? raiseDigits("0", part) : `^${held}`);
    },
  };
}
