export interface XmlHandler {
  /** `name` is without its namespace prefix; read attributes from `tag` with `xmlAttribute`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text?(value: string): void;
}

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/**
 * Walks through XML in one pass without a tree. A document type declaration is stepped over and its
 * entities are never defined, so nothing external is read and nothing multiplies.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) break;
    if (open > at && handler.text) handler.text(decodeEntities(xml.slice(at, open)));
    const code = xml.charCodeAt(open + 1);
    if (code === BANG || code === QUESTION) {
      at = skipDeclaration(xml, open, handler);
      continue;
    }
    const close = tagEnd(xml, open);
    const tag = xml.slice(open + 1, close);
    if (code === SLASH) handler.close(localName(tag.slice(1)));
    else {
      const name = localName(tag);
      handler.open(name, tag);
      if (tag.charCodeAt(tag.length - 1) === SLASH) handler.close(name);
    }
    at = close + 1;
  }
}

/** Past a comment, CDATA section, processing instruction or document type declaration. */
function skipDeclaration(xml: string, open: number, handler: XmlHandler): number {
  if (xml.startsWith("<![CDATA[", open)) {
    const end = endOf(xml, "]]>", open);
    handler.text?.(xml.slice(open + 9, end - 3));
    return end;
  }
  if (xml.startsWith("<!--", open)) return endOf(xml, "-->", open);
  if (xml.charCodeAt(open + 1) === QUESTION) return endOf(xml, "?>", open);
  const subset = xml.indexOf("[", open);
  const plainEnd = endOf(xml, ">", open);
  return subset >= 0 && subset < plainEnd ? endOf(xml, "]>", subset) : plainEnd;
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** The `>` that ends a tag; one inside a quoted attribute does not. */
function tagEnd(xml: string, open: number): number {
  let quote = 0;
  let at = open;
  for (let close = xml.indexOf(">", open); close >= 0; close = xml.indexOf(">", close + 1)) {
    // Nearly every tag ends in a quote, a slash or a bare name; only then can the count be skipped.
    const last = xml.charCodeAt(close - 1);
    if (last === 0x22 || last === 0x27 || last === SLASH) return close;
    for (; at < close; at += 1) {
      const code = xml.charCodeAt(at);
      if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
      else if (code === quote) quote = 0;
    }
    if (quote === 0) return close;
  }
  return xml.length;
}

function localName(tag: string): string {
  let end = 0;
  while (end < tag.length && !isNameEnd(tag.charCodeAt(end))) end += 1;
  const name = tag.slice(0, end);
  return name.slice(name.indexOf(":") + 1);
}

function isNameEnd(code: number): boolean {
  return code <= 0x20 || code === SLASH;
}

/** The value of an attribute by its local name, or undefined. */
export function xmlAttribute(tag: string, name: string): string | undefined {
  for (const match of tag.matchAll(/(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [, key = "", double, single] = match;
    if (key.slice(key.indexOf(":") + 1) === name) return decodeEntities(double ?? single ?? "");
  }
  return undefined;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
