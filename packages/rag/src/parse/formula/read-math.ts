import { scanXml } from "../office/scan-xml.ts";
import { type MathNode, mathText } from "./math-text.ts";

export interface MathReader {
  /** Whether a formula is open. */
  isOpen(): boolean;
  open(name: string): void;
  /** Gives the formula's text when it ends. */
  close(): string | undefined;
  text(value: string): void;
}

const MAX_DEPTH = 100;

/** Builds the tree of a formula in MathML while its document is read, and says it on one line. */
export function createMathReader(): MathReader {
  const open: Exclude<MathNode, string>[] = [];
  return {
    isOpen: () => open.length > 0,
    open(name) {
      if (open.length > MAX_DEPTH) throw new RangeError("The formula is nested too deeply.");
      const node = { name, children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close() {
      const node = open.pop();
      return node && open.length === 0 ? mathText(node) : undefined;
    },
    text(value) {
      open.at(-1)?.children.push(value);
    },
  };
}

/** The formula that a file of its own holds; empty for a file of another kind. */
export function readMath(xml: string): string {
  const reader = createMathReader();
  let text = "";
  scanXml(xml, {
    open(name) {
      if (reader.isOpen() || name === "math") reader.open(name);
    },
    close() {
      text += reader.close() ?? "";
    },
    text: (value) => reader.text(value),
  });
  return text;
}
