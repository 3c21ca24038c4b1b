import { raiseDigits } from "../text/raise-digits.ts";

/** An element of MathML with its children, or text. */
export type MathNode = string | { name: string; children: MathNode[] };

/** A formula in MathML as on one line: `(a + b)/2`, `x^n`, `√(b)`; not its notations for programs. */
export function mathText(node: MathNode): string {
  if (typeof node === "string") return node.trim();
  const name = node.name.toLowerCase();
  if (name.startsWith("annotation")) return "";
  const parts = node.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const texts = parts.map(mathText);
  const [first = "", second = "", third = ""] = texts;
  switch (name) {
    case "mfrac":
      return `${held(first)}/${held(second)}`;
    case "msup":
    case "mover":
      return first + raised(second);
    case "msub":
    case "munder":
      return `${first}_${held(second)}`;
    case "msubsup":
      return `${first}_${held(second)}${raised(third)}`;
    case "munderover":
      return `${first}_${held(second)}${raised(third)} `;
    case "msqrt":
      return `√${held(texts.join(""))}`;
    case "mroot":
      return `${held(second)}√${held(first)}`;
    case "mtr":
    case "mlabeledtr":
      return texts.join(", ");
    case "mtable":
      return texts.join("; ");
    case "mfenced":
      return `(${texts.join(", ")})`;
    case "mtext":
      return ` ${texts.join(" ")} `;
    default:
      return texts.join("");
  }
}

const ACCENT = /^(?:[¯ˉ‾→^ˆ˙˜~]|\u20D7)$/;

function raised(part: string): string {
  if (part === "" || ACCENT.test(part)) return "";
  return /^\d$/.test(part) ? raiseDigits("0", part) : `^${held(part)}`;
}

function held(part: string): string {
  const isOne = /^[\p{L}\p{N}.,∞′]+$/u.test(part) || /^\([^()]*\)$/.test(part);
  return isOne ? part : `(${part})`;
}
