import type { PassageEffect } from "@understudy/db/queries/passage-effects";

/** What an owner wants of one passage. */
export interface Wish {
  /** The words to answer by instead. */
  edit?: string;
  hide?: boolean;
  pin?: boolean;
}

interface Placed<Locator> {
  ordinal: number;
  text: string;
  locator: Locator;
}

interface Span {
  start: number;
  end: number;
}

/**
 * What each passage answers by, in order. Passages overlap: where one is corrected or hidden, its
 * neighbours lose the words that they repeat of it.
 */
export function effectsOf<Locator extends Span>(
  passages: readonly Placed<Locator>[],
  wishes: ReadonlyMap<number, Wish>,
): PassageEffect[] {
  const replaced = passages.filter(({ ordinal }) => replaces(wishes.get(ordinal)));
  return passages.map((passage) => {
    const wish = wishes.get(passage.ordinal);
    const isPinned = wish?.pin ?? false;
    const own = { shownText: null, shownLocator: null, isPinned };
    if (wish?.hide) return { ...own, state: "hidden" };
    if (wish?.edit !== undefined) return { ...own, state: "corrected", shownText: wish.edit };
    return { ...own, ...trim(passage, replaced) };
  });
}

function replaces(wish: Wish | undefined): boolean {
  return wish?.hide === true || wish?.edit !== undefined;
}

type Trimmed = Pick<PassageEffect, "state" | "shownText" | "shownLocator">;

function trim<Locator extends Span>(
  { text, locator }: Placed<Locator>,
  replaced: readonly Placed<Locator>[],
): Trimmed {
  let { start, end } = locator;
  for (const { locator: other } of replaced) {
    if (other.end <= locator.start || other.start >= locator.end) continue;
    if (other.start <= locator.start) start = Math.max(start, other.end);
    else end = Math.min(end, other.start);
  }
  if (start === locator.start && end === locator.end) {
    return { state: null, shownText: null, shownLocator: null };
  }
  const kept = text.slice(start - locator.start, Math.max(0, end - locator.start));
  const shownText = kept.trim();
  if (shownText === "") return { state: "hidden", shownText: null, shownLocator: null };
  const from = start + kept.indexOf(shownText);
  const shownLocator = { ...locator, start: from, end: from + shownText.length };
  return { state: "trimmed", shownText, shownLocator };
}
