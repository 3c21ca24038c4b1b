import { Readability } from "@mozilla/readability";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { normalizeLine } from "../normalize-text.ts";
import { SourceRejected } from "../source-rejected.ts";
import { addHtmlBlocks } from "./add-html-blocks.ts";
import { addWithoutScript } from "./add-without-script.ts";
import { decodeHtml } from "./decode-html.ts";
import type { DomElement } from "./dom.ts";
import { DEEPEST_PAGE, nestingDepth } from "./nesting-depth.ts";
import { openPage } from "./open-page.ts";
import { pageTitle } from "./page-title.ts";
import { revealPanels } from "./reveal-panels.ts";

const SHORTEST_ARTICLE = 500;
// Readability's time grows with the cube of the depth: 6.5 s at 500. Pages of people stay below 100.
const DEEPEST_ARTICLE = 150;

/** A page's main text by Readability, or its whole body where no article stands out. */
export function parseHtml(bytes: Uint8Array): ParsedDocument {
  const html = decodeHtml(bytes);
  const depth = nestingDepth(html);
  if (depth > DEEPEST_PAGE) throw new RangeError(`The page is nested ${depth} deep.`);
  const page = openPage(html);
  revealPanels(page);
  const { title, headline } = pageTitle(page);
  const canonicalUrl = page.querySelector("link[rel=canonical]")?.getAttribute("href");
  const article = depth > DEEPEST_ARTICLE ? undefined : takeArticle(page);
  const builder = createDocumentBuilder();
  if (article) {
    if (headline && !opensWith(article, headline)) {
      builder.add({ kind: "heading", level: 1 }, headline);
    }
    addHtmlBlocks(builder, article, { keepsLandmarks: true });
  } else {
    const whole = openPage(html);
    revealPanels(whole);
    addHtmlBlocks(builder, mainPart(whole), { keepsLandmarks: false });
    if (builder.isEmpty()) addWithoutScript(builder, openPage(html));
    if (builder.isEmpty() && /<script[\s>]/i.test(html)) throw needsScript();
  }
  return { ...builder.finish({ title }), ...(canonicalUrl && { canonicalUrl }) };
}

function needsScript(): SourceRejected {
  const advice = "This page makes its text with a script in the browser. Paste its text as a note.";
  return new SourceRejected("source.needs_script", advice);
}

/** What the page itself names as its main part, where that says anything. */
function mainPart(page: ReturnType<typeof openPage>): DomElement {
  const main = page.querySelector("main, [role=main]");
  return main && normalizeLine(main.textContent ?? "") !== "" ? main : page.body;
}

/** Readability rearranges the page it reads, so what is left of it is of no further use. */
function takeArticle(page: ReturnType<typeof openPage>): DomElement | undefined {
  const reader = new Readability(page, { serializer: (node) => node });
  const article = reader.parse();
  if (!article?.content || (article.length ?? 0) < SHORTEST_ARTICLE) return undefined;
  // Where browser types are about, Readability says that it gives one of theirs.
  return article.content as unknown as DomElement;
}

function opensWith(article: DomElement, headline: string): boolean {
  const heading = article.querySelector("h1, h2");
  return normalizeLine(heading?.textContent ?? "") === headline;
}
