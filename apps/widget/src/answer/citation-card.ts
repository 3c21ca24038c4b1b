import { textFragment } from "@understudy/answer-text/text-fragment";
import type { Citation } from "@understudy/core/conversation/contract";
import type { Kit } from "../kit.ts";
import type { Words } from "../words.ts";

const ENGLISH = { page: "page {n}", openSource: "Open the source" };
export type CitationWords = typeof ENGLISH;

/** What a statement rests on: the words themselves where the twin's owner shows them, and the way there. */
export function drawCitation(
  { element, fill }: Kit,
  { quote, sourceTitle, sourceUrl, locator }: Citation,
  translated: Words,
): HTMLElement {
  const words = { ...ENGLISH, ...translated };
  const href = sourceUrl ? textFragment(sourceUrl, quote) : null;
  const page =
    "page" in locator && locator.page ? `, ${fill(words.page, { n: locator.page })}` : "";
  const title = element("cite", {}, `${sourceTitle}${page}`);
  return element(
    "div",
    { class: "card", role: "note" },
    quote ? element("blockquote", { dir: "auto" }, quote) : null,
    title,
    href
      ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }, words.openSource)
      : null,
  );
}
