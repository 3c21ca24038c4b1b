import { type MathNode, mathText } from "../formula/math-text.ts";
import { type DomElement, isElement, TEXT_NODE } from "./dom.ts";

/** What a formula in MathML shows, without its notation for other programs. */
export function formulaText(math: DomElement): string {
  return mathText(treeOf(math));
}

function treeOf(element: DomElement): MathNode {
  const children: MathNode[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) children.push(node.textContent ?? "");
    else if (isElement(node)) children.push(treeOf(node));
  }
  return { name: element.tagName, children };
}
