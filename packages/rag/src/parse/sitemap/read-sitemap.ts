import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { decodeText } from "../decode-text.ts";
import { SourceRejected } from "../source-rejected.ts";

/** The addresses that a sitemap or feed gives, as they stand there: neither resolved nor believed. */
export interface Sitemap {
  /** An `index` gives the addresses of other sitemaps. */
  kind: "pages" | "index";
  addresses: string[];
  /** More than are given here. */
  isCut: boolean;
}

// The protocol's own bounds (sitemaps.org): 50 MB unpacked, 50,000 addresses.
const MAX_BYTES = 52_428_800;
const MAX_ADDRESSES = 50_000;
const DEEPEST = 50;
const MAX_ADDRESS_CHARACTERS = 2_048;

/**
 * Reads a sitemap or a sitemap index (sitemaps.org), an RSS or Atom feed, or a text file with one
 * address a line; packed by gzip or plain. Throws `SourceRejected` where it is none of them.
 */
export function readSitemap(bytes: Uint8Array): Sitemap {
  const text = decodeText(unpack(bytes)).replace(/^\uFEFF/, "");
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) throw noSitemap();
  const sitemap = /^\s*</.test(text) ? readXml(text) : readLines(text);
  if (sitemap.addresses.length === 0) throw noSitemap();
  return sitemap;
}

function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    const isBomb = cause instanceof RangeError;
    throw isBomb
      ? new SourceRejected("source.too_complex", "This sitemap unpacks to far more than it should.")
      : new SourceRejected("source.corrupt", "This sitemap is damaged.", { cause });
  }
}

/** No entity but XML's own is known to the parser, and nothing a document names is fetched. */
function readXml(text: string): Sitemap {
  const found = collector();
  let kind: Sitemap["kind"] = "pages";
  const path: string[] = [];
  let address = "";
  const parser = new Parser(
    {
      onopentag(name, { href, rel = "alternate" }) {
        if (path.push(localName(name)) > DEEPEST) throw noSitemap();
        if (path[0] === "sitemapindex") kind = "index";
        address = "";
        const [, parent] = [...path].reverse();
        if (path.at(-1) === "link" && parent === "entry" && href && rel === "alternate") {
          found.add(href);
        }
      },
      ontext(piece) {
        if (address.length <= MAX_ADDRESS_CHARACTERS) address += piece;
      },
      onclosetag() {
        if (ADDRESS_PATHS.has(path.slice(-2).join(" "))) found.add(address);
        path.pop();
        address = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return { kind, ...found.result() };
}

const ADDRESS_PATHS = new Set(["url loc", "sitemap loc", "item link"]);

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

function readLines(text: string): Sitemap {
  const found = collector();
  for (const line of text.split(/\r\n|\r|\n/)) if (/^\s*https?:\/\//i.test(line)) found.add(line);
  return { kind: "pages", ...found.result() };
}

function collector() {
  const addresses = new Set<string>();
  let isCut = false;
  return {
    add(text: string) {
      const address = text.trim();
      if (!address || address.length > MAX_ADDRESS_CHARACTERS) return;
      if (addresses.size < MAX_ADDRESSES) addresses.add(address);
      else isCut ||= !addresses.has(address);
    },
    result: () => ({ addresses: [...addresses], isCut }),
  };
}

function noSitemap(): SourceRejected {
  return new SourceRejected(
    "source.no_sitemap",
    "There is no sitemap or feed at this address. Give its exact address, or add the site itself.",
  );
}
