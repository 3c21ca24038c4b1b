import type { Nodes } from "mdast";

/** The words of a Markdown node: markup and link targets dropped, image descriptions kept. */
export function inlineText(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html") return node.value.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*>/g, " ");
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return "\n";
  if (node.type === "footnoteReference") return "";
  return "children" in node ? node.children.map(inlineText).join("") : "";
}
