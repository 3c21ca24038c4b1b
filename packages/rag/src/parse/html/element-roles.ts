import type { DomElement } from "./dom.ts";
import { isUnseen } from "./is-unseen.ts";

/** What an element is to a reader of the page's text. */
const SKIPPED = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT SVG HEAD TITLE IFRAME OBJECT EMBED CANVAS SELECT BUTTON INPUT TEXTAREA DIALOG DEL RT RP".split(
    " ",
  ),
);
const LANDMARKS = new Set(["NAV", "FOOTER", "ASIDE"]);
const LANDMARK_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY RB S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

export function isSkipped(element: DomElement): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase())) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return isUnseen(element);
}

/** The raised number that links to a note, which in the text would stand for a figure, and the arrow back. */
export function isNoteMark(element: DomElement): boolean {
  if (element.tagName !== "SUP" && element.tagName !== "A") return false;
  const role = `${element.getAttribute("epub:type") ?? ""} ${element.getAttribute("role") ?? ""}`;
  if (/\b(?:doc-)?(?:noteref|backlink)\b/.test(role)) return true;
  if (/\b(?:footnote[-_]?ref|note[-_]?ref)\b/i.test(element.getAttribute("class") ?? ""))
    return true;
  const text = (element.textContent ?? "").trim();
  const isWithin = /^[^:]*#/.test(element.getAttribute("href") ?? "");
  if (element.tagName === "A" && isWithin && /^[↩↑⏎↵^]\uFE0E?$/.test(text)) return true;
  const isLink =
    element.tagName === "SUP"
      ? element.querySelector("a[href]") !== null
      : isWithin && element.querySelector("sup") !== null;
  return isLink && /^\[?\d{1,3}\]?$/.test(text);
}

export function isFormula(element: DomElement): boolean {
  return element.tagName.toUpperCase() === "MATH";
}

/** Navigation and the like: around the content, not of it. */
export function isLandmark(element: DomElement): boolean {
  return LANDMARKS.has(element.tagName) || LANDMARK_ROLES.has(element.getAttribute("role") ?? "");
}

// Names that people give to what stands around the text: whole words of a class or an id.
const BANNER =
  /(?:^|[\s_-])(?:cookie[_-]?(?:banner|notice|consent|bar|popup|law|message|overlay|modal)|consent|gdpr|onetrust)(?:$|[\s_-])/i;
const FORM = /(?:^|[\s_-])(?:newsletter|subscribe|signup)(?:$|[\s_-])/i;
const LINKS =
  /(?:^|[\s_-])(?:share|sharing|social|related|breadcrumbs?|pagination|tags)(?:$|[\s_-])/i;
const OUTSIDE = /(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|footer|masthead)(?:$|[\s_-])/i;
const MOST_CHARACTERS = 800;
const MOSTLY = 0.5;

/** Furniture by its name and by what it is made of: small, and without a headline of the page in it. */
export function isFurniture(element: DomElement, keepsLandmarks: boolean): boolean {
  const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  if (name === " ") return false;
  const isNamed =
    BANNER.test(name) ||
    (FORM.test(name) && element.querySelector("input, button, form") !== null) ||
    (LINKS.test(name) && isMadeOfLinks(element)) ||
    (!keepsLandmarks && OUTSIDE.test(name));
  if (!isNamed || (element.textContent ?? "").length > MOST_CHARACTERS) return false;
  return element.querySelector("h1, article, main") === null;
}

function isMadeOfLinks(element: DomElement): boolean {
  const links = [...element.querySelectorAll("a, button")];
  const linked = links.reduce((sum, link) => sum + (link.textContent ?? "").trim().length, 0);
  return linked > (element.textContent ?? "").trim().length * MOSTLY;
}

// Word writes its own elements into the HTML that it saves.
const OF_WORD = /^(?:O|ST1|W|V):/;

export function isInline(element: DomElement): boolean {
  return INLINE.has(element.tagName) || OF_WORD.test(element.tagName);
}
