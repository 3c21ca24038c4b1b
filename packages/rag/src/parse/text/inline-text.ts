import type { Nodes } from "mdast";

/** The words of a Markdown node: markup and link targets and what is struck out dropped, image descriptions kept. */
export function inlineText(node: Nodes): string {
  if (node.type === "inlineCode") return node.value;
  if (node.type === "text") return withoutMarks(node.value);
  if (node.type === "html") return node.value.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*>/g, " ");
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return "\n";
  if (node.type === "footnoteReference" || node.type === "delete") return "";
  if (!("children" in node)) return "";
  const text = node.children.map(inlineText).join("");
  return node.children.some(({ type }) => type === "delete") ? text.replace(/ {2,}/g, " ") : text;
}

/** The marks that dialects add within a line: links of a wiki, markers, letters set lower or higher. */
function withoutMarks(text: string): string {
  if (!/[[=~^]/.test(text)) return text;
  return text
    .replace(/!\[\[[^[\]\n]{1,200}\]\]/g, "")
    .replace(/\[\[(?! )(?:[^[\]|\n]{1,200}\|)?([^[\]|\n]{1,200})\]\]/g, "$1")
    .replace(/==(\S(?:[^=\n]{0,200}[^\s=])?)==/g, "$1")
    .replace(/(?<=[\p{L})])~([\w+-]{1,8})~/gu, "$1")
    .replace(/(?<=[\p{L}\d)])\^([\w+-]{1,8})\^/gu, "^$1");
}
