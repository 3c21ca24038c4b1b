import { FENCE } from "./markdown-dialects.ts";

const EXPORT = /^export\s(?:const|let|default|function)\b/;
const COMPONENT =
  /<\/?[A-Z][\w.]{0,100}(?=[\s/>])[^<>"'{}]*(?:(?:"[^"]{0,500}"|'[^']{0,500}'|\{[^{}]{0,500}\})[^<>"'{}]*){0,50}>/g;

/** MDX without its code: what is exported, comments, the tags of components. It has no indented code. */
export function withoutComponents(source: string): string {
  const parts: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  let fence: string | undefined;
  for (const line of source.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === undefined) parts.push({ isCode: true, lines: [] });
    parts.at(-1)!.lines.push(line);
    if (!mark || (fence !== undefined && !mark.startsWith(fence))) continue;
    if (fence !== undefined) parts.push({ isCode: false, lines: [] });
    fence = fence === undefined ? mark : undefined;
  }
  return parts
    .map(({ isCode, lines }) => (isCode ? lines.join("\n") : withoutCode(lines)))
    .join("\n");
}

function withoutCode(lines: readonly string[]): string {
  const bare = withoutComments(withoutExports(lines).join("\n"));
  const words = bare.replace(COMPONENT, "\n\n");
  return words === bare ? bare : words.replace(/^[ \t]+(?![ \t]|[-*+]\s|\d+[.)]\s)/gm, "");
}

/** Each up to the next empty line. */
function withoutExports(lines: readonly string[]): string[] {
  let isExport = false;
  return lines.filter((line) => {
    isExport = line.trim() !== "" && (isExport || EXPORT.test(line));
    return !isExport;
  });
}

function withoutComments(source: string): string {
  let text = "";
  let at = 0;
  for (let open = source.indexOf("{/*"); open >= 0; open = source.indexOf("{/*", at)) {
    const close = source.indexOf("*/}", open);
    if (close < 0) break;
    text += source.slice(at, open);
    at = close + 3;
  }
  return text + source.slice(at);
}
