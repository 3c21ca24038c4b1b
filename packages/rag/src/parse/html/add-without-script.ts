import type { DocumentBuilder } from "../document-builder.ts";
import { normalizeLine } from "../normalize-text.ts";
import { addHtmlBlocks } from "./add-html-blocks.ts";
import { openPage } from "./open-page.ts";

type Page = ReturnType<typeof openPage>;

/** What a page that shows nothing says to programs without scripts or frames, and to search engines. */
export function addWithoutScript(builder: DocumentBuilder, page: Page): void {
  for (const element of page.querySelectorAll("noscript, noframes")) {
    const isText = normalizeLine(element.textContent ?? "").length >= SHORTEST_TEXT;
    const body = isText && openPage(element.innerHTML).body;
    if (body) addHtmlBlocks(builder, body, { keepsLandmarks: false });
  }
  for (const { textContent } of page.querySelectorAll(`script[type="application/ld+json"]`))
    for (const [heading, html] of [...listTexts(parse(textContent ?? ""))].slice(0, MOST_TEXTS)) {
      builder.add({ kind: "heading", level: 2 }, normalizeLine(heading));
      addHtmlBlocks(builder, openPage(paragraphs(html)).body, { keepsLandmarks: true });
    }
}

/** What is shorter asks to turn scripts on. */
const SHORTEST_TEXT = 200;
const MOST_TEXTS = 1_000;
const MAX_DEPTH = 8;

/** Data that is broken says nothing. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Headings with texts of articles, questions and recipes (schema.org), which may be HTML. */
function* listTexts(value: unknown, depth = 0): Generator<[heading: string, html: string]> {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return;
  const { headline, name, articleBody, acceptedAnswer, recipeIngredient } = value as Record<
    string,
    unknown
  >;
  const heading = [headline, name].find((title): title is string => typeof title === "string");
  const answer = acceptedAnswer as { text?: unknown } | null | undefined;
  const list = Array.isArray(recipeIngredient) ? recipeIngredient.join("\n\n") : undefined;
  const texts = [articleBody, answer?.text, list].filter((text) => typeof text === "string");
  for (const text of texts) yield [heading ?? "", text];
  for (const child of Object.values(value)) yield* listTexts(child, depth + 1);
}

function paragraphs(text: string): string {
  return /<[a-z]/i.test(text) ? text : `<p>${text.replace(/\n\s*\n/g, "</p><p>")}</p>`;
}
