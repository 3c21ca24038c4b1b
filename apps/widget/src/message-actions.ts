import { element, iconButton } from "./element.ts";
import { ICONS } from "./icons.ts";
import { kit } from "./kit.ts";
import type { Words } from "./words.ts";

export interface MessageActions {
  text: string;
  rating: "up" | "down" | null;
  words: Words;
  /** Says something to those who do not see it. */
  announce(text: string): void;
  rate(rating: "up" | "down", comment: string): Promise<unknown>;
}

/** Copy, and what the visitor thinks of an answer. */
export function drawActions({ text, rating, words, announce, rate }: MessageActions): Node[] {
  const copy = iconButton(words.copy, ICONS.copy, async () => {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  });
  const isSecure = "clipboard" in navigator;
  const up = iconButton(words.helpful, ICONS.thumb, () => judge("up"));
  const down = iconButton(words.unhelpful, ICONS.thumb, () => judge("down"));
  down.style.rotate = "180deg";
  const mark = (given: "up" | "down" | null) => {
    up.ariaPressed = String(given === "up");
    down.ariaPressed = String(given === "down");
  };
  mark(rating);
  let form: HTMLElement | null = null;
  async function judge(given: "up" | "down") {
    mark(given);
    form?.remove();
    form = null;
    rate(given, "").then(
      () => announce(words.thanks),
      () => mark(rating),
    );
    if (given === "up") return;
    const { drawCommentForm } = await import("./comment-form.ts");
    form = drawCommentForm(kit, words, (comment) => {
      form?.replaceWith(element("p", { class: "thanks" }, words.thanks));
      form = null;
      return rate("down", comment);
    });
    down.parentElement?.append(form);
    form.querySelector("textarea")?.focus();
  }
  return [...(isSecure ? [copy] : []), up, down];
}
