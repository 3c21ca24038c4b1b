import { element } from "./element.ts";

export function sheetOf(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** The picture, or the first letter where there is none or the page forbids it. */
export function showAvatar(place: HTMLElement, name: string, address: string | null): void {
  place.textContent = [...name][0]!;
  if (!address) return;
  const picture = element("img", { class: "avatar", src: address, alt: "" });
  picture.onload = () => place.replaceChildren(picture);
}
