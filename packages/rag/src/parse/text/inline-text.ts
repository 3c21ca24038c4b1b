import type { Nodes } from "mdast";

/** The words of a Markdown node: markup and link targets and what is struck out dropped, image descriptions kept. */
export function inlineText(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html") return node.value.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*>/g, " ");
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return "\n";
  if (node.type === "footnoteReference" || node.type === "delete") return "";
  if (!("children" in node)) return "";
  const text = node.children.map(inlineText).join("");
  return node.children.some(({ type }) => type === "delete") ? text.replace(/ {2,}/g, " ") : text;
}
