import { Parser } from "htmlparser2";
import { SourceRejected } from "../source-rejected.ts";
import { decodeHtml } from "./decode-html.ts";
import { DEEPEST_PAGE, nestingDepth } from "./nesting-depth.ts";

/** What a page says of itself and of other pages, as it stands there: neither resolved nor believed. */
export interface PageOutline {
  title?: string;
  canonicalUrl?: string;
  /** What its links are relative to, where that is not its own address. */
  baseUrl?: string;
  /** Directives to programs, lower case, such as `noindex`. */
  robots: string[];
  /** In the order of the page, each address once. */
  links: PageLink[];
}

export interface PageLink {
  href: string;
  isNofollow: boolean;
}

const MAX_LINKS = 5_000;
const MAX_HREF_CHARACTERS = 2_048;
const MAX_TITLE_CHARACTERS = 300;
const AUDIENCE = /^(?:robots|understudy)$/;

type Attributes = Record<string, string>;

/** Reads a page's head and links in one pass, without building its tree. Refuses `source.too_complex`. */
export function readOutline(bytes: Uint8Array): PageOutline {
  const html = decodeHtml(bytes);
  if (nestingDepth(html) > DEEPEST_PAGE) {
    throw new SourceRejected("source.too_complex", "This page is nested too deeply to read.");
  }
  const outline: PageOutline = { robots: [], links: [] };
  const links = new Map<string, PageLink>();
  let isInTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "title" && outline.title === undefined) isInTitle = true;
      if (name === "a" || name === "area") addLink(links, attributes);
      else note(outline, name, attributes);
    },
    ontext(text) {
      if (isInTitle) outline.title = (outline.title ?? "") + text;
    },
    onclosetag(name) {
      if (name === "title") isInTitle = false;
    },
  });
  parser.end(html);
  const title = outline.title?.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE_CHARACTERS);
  return { ...outline, ...(title !== undefined && { title }), links: [...links.values()] };
}

function addLink(links: Map<string, PageLink>, { href, rel = "" }: Attributes): void {
  if (!href || href.length > MAX_HREF_CHARACTERS || links.size >= MAX_LINKS) return;
  const isNofollow = /\bnofollow\b/i.test(rel);
  const known = links.get(href);
  if (!known) links.set(href, { href, isNofollow });
  else if (!isNofollow) known.isNofollow = false;
}

function note(outline: PageOutline, name: string, attributes: Attributes): void {
  const { href, rel = "", content = "" } = attributes;
  if (name === "base" && href) outline.baseUrl ??= href;
  if (name === "link" && href && /\bcanonical\b/i.test(rel)) outline.canonicalUrl ??= href;
  if (name === "meta" && AUDIENCE.test((attributes.name ?? "").toLowerCase())) {
    outline.robots.push(
      ...content
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    );
  }
}
