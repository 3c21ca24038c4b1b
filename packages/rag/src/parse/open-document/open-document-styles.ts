import { scanXml, xmlAttribute } from "../office/scan-xml.ts";

/** What the styles of a document say that its text does not. */
export interface OpenDocumentStyles {
  /** The formats of each list style's levels; `-` for a bullet. */
  lists: ReadonlyMap<string, string[]>;
  /** Styles of sheets, slides and words that are not shown. */
  hidden: ReadonlySet<string>;
}

const FORMATS: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const DEEPEST_LEVEL = 10;

/** Reads the styles of a document's parts (OpenDocument 1.3, part 3, section 16). */
export function readOpenDocumentStyles(parts: readonly string[]): OpenDocumentStyles {
  const lists = new Map<string, string[]>();
  const hidden = new Set<string>();
  let style = "";
  let list = "";
  const open = (name: string, tag: string) => {
    if (name === "style" || name === "default-style") style = xmlAttribute(tag, "name") ?? "";
    else if (name === "list-style") list = xmlAttribute(tag, "name") ?? "";
    else if (isHidden(name, tag)) hidden.add(style);
    const format = levelFormat(name, tag);
    if (format === undefined) return;
    const level = Number(xmlAttribute(tag, "level")) || 1;
    if (level > DEEPEST_LEVEL) return;
    const levels = lists.get(list) ?? [];
    levels[level - 1] = format;
    lists.set(list, levels);
  };
  for (const xml of parts) scanXml(xml, { open, close() {} });
  return { lists, hidden };
}

function levelFormat(name: string, tag: string): string | undefined {
  if (name === "list-level-style-bullet" || name === "list-level-style-image") return "-";
  if (name !== "list-level-style-number") return undefined;
  const format = xmlAttribute(tag, "num-format") ?? "";
  return format === "" ? "" : (FORMATS[format] ?? "decimal");
}

function isHidden(name: string, tag: string): boolean {
  if (name === "text-properties") return xmlAttribute(tag, "display") === "none";
  if (name === "table-properties") return xmlAttribute(tag, "display") === "false";
  return name === "drawing-page-properties" && xmlAttribute(tag, "visibility") === "hidden";
}
