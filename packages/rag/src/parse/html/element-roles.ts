import type { DomElement } from "./dom.ts";

/** What an element is to a reader of the page's text. */
const SKIPPED = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT SVG MATH HEAD TITLE IFRAME OBJECT EMBED CANVAS SELECT BUTTON INPUT TEXTAREA DIALOG".split(
    " ",
  ),
);
const LANDMARKS = new Set(["NAV", "FOOTER", "ASIDE"]);
const LANDMARK_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY RB S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

export function isSkipped(element: DomElement): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase())) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute("style") ?? "");
}

/** Navigation and the like: around the content, not of it. */
export function isLandmark(element: DomElement): boolean {
  return LANDMARKS.has(element.tagName) || LANDMARK_ROLES.has(element.getAttribute("role") ?? "");
}

export function isInline(element: DomElement): boolean {
  return INLINE.has(element.tagName);
}
