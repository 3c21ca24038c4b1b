// A box with a title: of MkDocs, whose text is indented, and of Docusaurus, Pandoc and others.
const INDENTED_BOX = /^( *)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t][^"\n]*)?(?:"([^"\n]*)")?[ \t]*$/;
const FENCED_BOX =
  /^ {0,3}:{3,}[ \t]*(?:\{[^}\n]*\}|([\w-]+)(?:\[([^\]\n]*)\]|[ \t]+([^\n{]*))?(?:\{[^}\n]*\})?)?[ \t]*$/;
/** Of GitHub and Obsidian. */
const QUOTED_BOX = /^((?:[ \t]*>)+[ \t]*)\[!([\w-]+)\][-+]?[ \t]*(.*)$/;
// Of Hugo, Jekyll and kramdown, on a line of its own.
const SHORTCODE = /^[ \t]*(?:\{\{[<%][^\n]*[>%]\}\}|\{%[^\n]*%\}|\{:[^{}\n]*\})[ \t]*$/;
const LONGEST_COMMAND = 300;
export const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** What dialects add to Markdown, as CommonMark has it: boxes as their titles and text, no commands. */
export function toCommonMark(source: string): string {
  if (!/^[ \t>]*(?:!!!|\?\?\?|:::|\[!|\{[{%:])/m.test(source)) return source;
  const lines: string[] = [];
  let fence: string | undefined;
  let boxIndent = -1;
  for (const line of source.split("\n")) {
    const indent = /^ */.exec(line)![0].length;
    if (boxIndent >= 0 && line.trim() !== "" && indent < boxIndent + 4) boxIndent = -1;
    const own = boxIndent >= 0 ? line.slice(Math.min(indent, boxIndent + 4)) : line;
    const mark = FENCE.exec(own)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence ? undefined : mark;
    const isShort = own.length <= LONGEST_COMMAND;
    const box = isShort && fence === undefined && boxIndent < 0 ? INDENTED_BOX.exec(own) : null;
    if (box) boxIndent = box[1]!.length;
    if (fence !== undefined || mark || !isShort) lines.push(own);
    else if (box) lines.push("", boxTitle(box[2]!, box[3]), "");
    else lines.push(...plainLines(own));
  }
  return lines.join("\n");
}

function plainLines(line: string): string[] {
  const fenced = FENCED_BOX.exec(line);
  if (fenced) return fenced[1] ? ["", boxTitle(fenced[1], fenced[2] ?? fenced[3]), ""] : [""];
  const quoted = QUOTED_BOX.exec(line);
  if (quoted) return [`${quoted[1]}${boxTitle(quoted[2]!, quoted[3])}`, quoted[1]!];
  return [SHORTCODE.test(line) ? "" : line];
}

/** Its own, or its kind as a word: `Warning`. */
function boxTitle(kind: string, title = ""): string {
  return title.trim() || kind[0]!.toUpperCase() + kind.slice(1).toLowerCase();
}
