import { contrastInk } from "@understudy/answer-text/contrast-ink";
import { element } from "./element.ts";

const DEFAULT_ACCENT = "#3b5bdb";

/** The twin's colour and what can be read on and beside it, on light and on dark ground. */
export function paint({ style }: HTMLElement, accent = DEFAULT_ACCENT): void {
  style.setProperty("--accent", accent);
  style.setProperty("--on-accent", contrastInk(accent));
}

export function sheetOf(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** The picture, or the first letter where there is none or the page forbids it. */
export function showAvatar(place: HTMLElement, name: string, address: string | null): void {
  place.textContent = [...name][0] ?? "";
  if (!address) return;
  const picture = element("img", { class: "avatar", src: address, alt: "" });
  picture.onload = () => place.replaceChildren(picture);
}
