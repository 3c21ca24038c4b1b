import { raiseDigits } from "../text/raise-digits.ts";
import { xmlAttribute } from "./scan-xml.ts";

// Parts of Office's formulas (ECMA-376 22.1) that say something by where they stand.
const PARTS = new Set(["num", "den", "sup", "sub", "d", "nary", "rad", "deg", "oMath"]);

interface Part {
  name: string;
  /** Where its text begins. */
  at: number;
  /** Of brackets and of sums: what is written for them. */
  opens: string;
  closes: string;
}

export interface FormulaMarks {
  /** True when the element belongs to a formula's layout; its sign is added to `text` when it is known. */
  open(name: string, tag: string, text: string): boolean;
  isPart(name: string): boolean;
  /** The text with the part that ends written as on one line: `(a + b)/2`, `x^n`, `√(b)`. */
  close(text: string): string;
}

/** Fractions, powers, sums, roots and brackets, which without signs read as other formulas. */
export function createFormulaMarks(): FormulaMarks {
  const parts: Part[] = [];
  return {
    isPart: (name) => PARTS.has(name),
    open(name, tag, text) {
      if (!tag.startsWith("m:")) return false;
      const part = parts.at(-1);
      if (name === "begChr" && part) part.opens = xmlAttribute(tag, "val") ?? "";
      else if (name === "endChr" && part) part.closes = xmlAttribute(tag, "val") ?? "";
      else if (name === "chr" && part?.name === "nary") part.opens = xmlAttribute(tag, "val") ?? "";
      else if (PARTS.has(name)) parts.push({ ...signsOf(name), name, at: text.length });
      else return false;
      return true;
    },
    close(text) {
      const part = parts.pop();
      return part ? write(text.slice(0, part.at), text.slice(part.at), part) : text;
    },
  };
}

function signsOf(name: string): Pick<Part, "opens" | "closes"> {
  if (name === "d") return { opens: "(", closes: ")" };
  return { opens: name === "nary" ? "∫" : "", closes: "" };
}

function write(before: string, part: string, { name, opens, closes }: Part): string {
  if (part === "") return before;
  const isOne = /^[\p{L}\p{N}.,]+$/u.test(part) || /^\([^()]*\)$/.test(part);
  const held = isOne ? part : `(${part})`;
  switch (name) {
    case "num":
    case "deg":
      return before + held;
    case "den":
      return `${before}/${held}`;
    case "sub":
      return `${before}_${held}`;
    case "sup":
      return before + (/^\d$/.test(part) ? raiseDigits("0", part) : `^${held}`);
    case "rad":
      return `${before}√${held}`;
    case "oMath":
      return `${before}${/[\p{L}\p{N})]$/u.test(before) ? " " : ""}${part}`;
    default:
      return before + opens + part + closes;
  }
}
