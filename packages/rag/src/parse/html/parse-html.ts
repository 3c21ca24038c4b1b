import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { normalizeLine } from "../normalize-text.ts";
import { addHtmlBlocks } from "./add-html-blocks.ts";
import { decodeHtml } from "./decode-html.ts";
import type { DomElement } from "./dom.ts";
import { pageTitle } from "./page-title.ts";

const SHORTEST_ARTICLE = 500;

/** A page's main text by Readability, or its whole body where no article stands out. */
export function parseHtml(bytes: Uint8Array): ParsedDocument {
  const html = decodeHtml(bytes);
  const page = openPage(html);
  const title = pageTitle(page);
  const article = takeArticle(page);
  const builder = createDocumentBuilder();
  if (article) {
    if (title && !opensWithTitle(article, title)) builder.add({ kind: "heading", level: 1 }, title);
    addHtmlBlocks(builder, article, { keepsLandmarks: true });
  } else {
    addHtmlBlocks(builder, openPage(html).body, { keepsLandmarks: false });
  }
  return builder.finish({ title });
}

function openPage(html: string) {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  return document;
}

/** Readability rearranges the page it reads, so what is left of it is of no further use. */
function takeArticle(page: ReturnType<typeof openPage>): DomElement | undefined {
  const bodyLength = page.body.textContent?.length ?? 0;
  const reader = new Readability(page, { serializer: (node) => node });
  const article = reader.parse();
  const length = article?.length ?? 0;
  if (!article?.content || (length < SHORTEST_ARTICLE && length < bodyLength / 2)) return undefined;
  return article.content;
}

function opensWithTitle(article: DomElement, title: string): boolean {
  const heading = article.querySelector("h1, h2");
  return normalizeLine(heading?.textContent ?? "") === title;
}
