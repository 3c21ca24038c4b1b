import { scanXml, xmlAttribute } from "./scan-xml.ts";

/** What a paragraph style says about structure. */
export interface ParagraphStyle {
  name: string;
  /** 1 to 6 for headings. */
  headingLevel?: number;
  numberingId?: string;
  numberingLevel?: number;
}

interface RawStyle extends ParagraphStyle {
  basedOn?: string;
}

const DEEPEST_INHERITANCE = 10;

/** The paragraph styles of a document by id, with what they inherit. */
export function readDocxStyles(xml = ""): Map<string, ParagraphStyle> {
  const raw = readRawStyles(xml);
  const styles = new Map<string, ParagraphStyle>();
  for (const [id, style] of raw) styles.set(id, inherit(raw, style, 0));
  return styles;
}

function inherit(raw: Map<string, RawStyle>, style: RawStyle, depth: number): ParagraphStyle {
  const parent = style.basedOn === undefined ? undefined : raw.get(style.basedOn);
  if (!parent || depth > DEEPEST_INHERITANCE) return style;
  const { name: _, ...inherited } = inherit(raw, parent, depth + 1);
  return { ...inherited, ...style };
}

function readRawStyles(xml: string): Map<string, RawStyle> {
  const styles = new Map<string, RawStyle>();
  let style: RawStyle = { name: "" };
  scanXml(xml, {
    open(name, tag) {
      const value = () => xmlAttribute(tag, "val");
      if (name === "style") {
        style = { name: "" };
        styles.set(xmlAttribute(tag, "styleId") ?? "", style);
      } else if (name === "name") {
        style.name = value()?.toLowerCase() ?? "";
        const level = namedLevel(style.name);
        if (level) style.headingLevel = level;
      } else if (name === "basedOn") style.basedOn = value();
      else if (name === "outlineLvl") style.headingLevel ??= outlineLevel(value());
      else if (name === "numId") style.numberingId = value();
      else if (name === "ilvl") style.numberingLevel = Number(value());
    },
    close() {},
  });
  return styles;
}

/** The level of a style that Word has by this name, in lower case. */
export function namedLevel(name: string): number | undefined {
  if (name === "title") return 1;
  const level = /^heading (\d)$/.exec(name)?.[1];
  return level === undefined ? undefined : Math.min(6, Number(level));
}

const BODY_OUTLINE_LEVEL = 9;

/** Word counts outline levels from 0; the ninth means running text. */
export function outlineLevel(value: string | undefined): number | undefined {
  const level = Number(value ?? BODY_OUTLINE_LEVEL);
  return level >= BODY_OUTLINE_LEVEL ? undefined : Math.min(6, level + 1);
}
