import { parseHTML } from "linkedom";

/** Builds a page's tree; nothing it names is fetched or run. */
export function openPage(html: string) {
  return parseHTML(withBody(html)).document;
}

/** The tags that authors may leave out, which the parser does not put in. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const opening = /<\/head\s*>|<html[^>]*>(?![\s\S]*<\/head)/i.exec(html);
  const at = opening ? opening.index + opening[0].length : 0;
  const start = opening ? html.slice(0, at) : "<html>";
  return `${start}<body>${html.slice(at)}`;
}
