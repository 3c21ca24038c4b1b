import { type DomElement, isElement, TEXT_NODE } from "./dom.ts";

/** What a formula in MathML shows, without its notation for other programs. */
export function formulaText(math: DomElement): string {
  let text = "";
  for (let node = math.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) text += (node.textContent ?? "").trim();
    else if (isElement(node) && !/^annotation/i.test(node.tagName)) text += formulaText(node);
  }
  return text;
}
