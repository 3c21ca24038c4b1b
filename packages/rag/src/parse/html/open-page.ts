import { parseHTML } from "linkedom";
import { closeItems } from "./close-items.ts";

/** Builds a page's tree; nothing it names is fetched or run. */
export function openPage(html: string) {
  return parseHTML(closeItems(withBody(withRoot(html)))).document;
}

/** The tags that authors may leave out, which the parser does not put in; what follows the end is read as well. */
function withRoot(html: string): string {
  const open = html.replace(/<\/(?:body|html)\s*>/gi, "");
  return /<html[\s>]/i.test(open) ? open : `<html>${open.replace(/<!doctype[^>]*>/i, "")}`;
}

function withBody(html: string): string {
  const body = /<body[\s>]/i.exec(html);
  if (body) return /<head[\s>]/i.test(html) ? html : withHead(html, body.index);
  const opening = /<\/head\s*>|<html[^>]*>(?![\s\S]*<\/head)/i.exec(html);
  const at = opening ? opening.index + opening[0].length : 0;
  return `${html.slice(0, at)}<body>${html.slice(at)}`;
}

/** Beside a body the parser looks for a head, and for nothing between the two. */
function withHead(html: string, bodyAt: number): string {
  const root = /<html[^>]*>/i.exec(html)!;
  const at = root.index + root[0].length;
  if (bodyAt < at) return html;
  return `${html.slice(0, at)}<head>${html.slice(at, bodyAt)}</head>${html.slice(bodyAt)}`;
}
