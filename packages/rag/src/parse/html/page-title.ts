import { normalizeLine } from "../normalize-text.ts";
import type { DomElement } from "./dom.ts";

/** The page's own headline if its title names it, else its title without the site's name. */
export function pageTitle(
  page: Pick<DomElement, "querySelector" | "querySelectorAll">,
): string | undefined {
  const title = normalizeLine(page.querySelector("title")?.textContent ?? "");
  const headlines = [...page.querySelectorAll("h1")].map((h1) =>
    normalizeLine(h1.textContent ?? ""),
  );
  const [only] = headlines;
  const headline = headlines.find((text) => text.length > 3 && title.includes(text));
  return headline || withoutSiteName(title) || only || undefined;
}

function withoutSiteName(title: string): string {
  const [first = ""] = title.split(/\s+[|·»–—]\s+|\s+-\s+(?=[^-]{1,30}$)/);
  return first.length >= 12 ? first : title;
}
