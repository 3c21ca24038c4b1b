import { normalizeLine } from "../normalize-text.ts";
import type { DomElement } from "./dom.ts";

export interface PageTitle {
  title?: string;
  /** The headline on the page itself. */
  headline?: string;
}

/** The headline that the page's title names, else its title without the site's name. */
export function pageTitle(page: Pick<DomElement, "querySelector" | "querySelectorAll">): PageTitle {
  const title = normalizeLine(page.querySelector("title")?.textContent ?? "");
  const headlines = [...page.querySelectorAll("h1")].map((h1) =>
    normalizeLine(h1.textContent ?? ""),
  );
  const headline = headlines.find((text) => text.length > 3 && title.includes(text));
  return { title: headline || withoutSiteName(title) || headlines[0] || undefined, headline };
}

function withoutSiteName(title: string): string {
  const [first = ""] = title.split(/\s+[|·»–—]\s+|\s+-\s+(?=[^-]{1,30}$)/);
  return first.length >= 12 ? first : title;
}
