import { iconButton } from "./element.ts";
import { ICONS } from "./icons.ts";
import type { Words } from "./words.ts";

export type Rating = "up" | "down";

export interface MessageActions {
  text: string;
  rating: Rating | null;
  words: Words;
  /** Says something to those who do not see it. */
  announce(text: string): void;
  rate(rating: Rating): Promise<void>;
}

/** Copy, and what the visitor thinks of an answer. */
export function drawActions({ text, rating, words, announce, rate }: MessageActions): Node[] {
  const copy = iconButton(words.copy, ICONS.copy, async () => {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  });
  const up = iconButton(words.helpful, ICONS.thumb, () => judge("up"));
  const down = iconButton(words.unhelpful, ICONS.thumb, () => judge("down"));
  down.style.rotate = "180deg";
  const mark = (given: Rating | null) => {
    up.ariaPressed = String(given === "up");
    down.ariaPressed = String(given === "down");
  };
  mark(rating);
  function judge(given: Rating) {
    mark(given);
    rate(given).catch(() => mark(rating));
  }
  return "clipboard" in navigator ? [copy, up, down] : [up, down];
}
