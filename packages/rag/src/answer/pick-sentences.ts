import type { QuotedSentence } from "./evidence.ts";
import { isOutdone } from "./is-outdone.ts";
import type { RankedSentence } from "./rank-sentences.ts";
import type { ReadPassage } from "./read-passages.ts";
import type { AnswerSettings } from "./weights.ts";

const ALIKE = 0.75;
const MOST_LIST_ITEMS = 10;

/**
 * The one to three best sentences, or a list with the line that leads into it, as an answer that can be
 * read: with the line that leads into a list item, with the sentence that a leaning one leans on,
 * which may make it longer, without saying a thing twice or by halves; by passage in the order of
 * their best sentence, then as they stand in the source.
 */
export function pickSentences(
  ranked: readonly RankedSentence[],
  passages: readonly ReadPassage[],
  { maxSentences, pickerMargin, marginElsewhere }: AnswerSettings,
): QuotedSentence[] {
  const picked: Place[] = [];
  const best = ranked[0]?.score ?? 0;
  const least = best - pickerMargin;
  for (const one of ranked) {
    const { passage, index, score } = one;
    if (score < least || picked.length >= maxSentences) break;
    if (isOutdone(ranked[0]!, one)) continue;
    const isElsewhere = picked[0] !== undefined && picked[0].passage !== passage;
    if (isElsewhere && score < best - marginElsewhere) continue;
    const group = withSupport({ passage, index }, passages).filter(
      (place) => !holds(picked, place),
    );
    if (picked.length + group.length > maxSentences && picked.length > 0) continue;
    if (group.length > 0 && !group.some((place) => repeats(picked, place, passages)))
      picked.push(...group);
  }
  return inReadingOrder(withReferences(picked, passages)).map(({ passage, index }) => {
    const { start, end } = passages[passage]!.sentences[index]!;
    return { passage, start, end };
  });
}

interface Place {
  passage: number;
  index: number;
}

/** What must be read with a sentence for it to make sense; nothing when it makes none. */
function withSupport({ passage, index }: Place, passages: readonly ReadPassage[]): Place[] {
  const { sentences } = passages[passage]!;
  const { kind, leadIn, leans } = sentences[index]!;
  if (kind === "lead_in") return wholeList({ passage, index }, passages);
  const leansOnSentence = leans && index > 0 && sentences[index - 1]!.kind !== "question";
  const support = leadIn ?? (leansOnSentence ? index - 1 : null);
  return support === null
    ? [{ passage, index }]
    : [
        { passage, index: support },
        { passage, index },
      ];
}

/** What still begins by pointing back ("It … It …") gets one sentence more, however many there are. */
function withReferences(picked: readonly Place[], passages: readonly ReadPassage[]): Place[] {
  const missing = picked.flatMap(({ passage, index }) => {
    const { sentences } = passages[passage]!;
    const before = { passage, index: index - 1 };
    const isOpen = sentences[index]!.leans && index > 0 && !holds(picked, before);
    return isOpen && sentences[index - 1]!.kind !== "question" ? [before] : [];
  });
  return [...picked, ...missing];
}

function wholeList({ passage, index }: Place, passages: readonly ReadPassage[]): Place[] {
  const items = passages[passage]!.sentences.flatMap(({ leadIn }, at) =>
    leadIn === index ? [at] : [],
  );
  if (items.length === 0) return [];
  return [index, ...items.slice(0, MOST_LIST_ITEMS)].map((at) => ({ passage, index: at }));
}

function holds(picked: readonly Place[], { passage, index }: Place): boolean {
  return picked.some((place) => place.passage === passage && place.index === index);
}

function repeats(
  picked: readonly Place[],
  place: Place,
  passages: readonly ReadPassage[],
): boolean {
  const own = stemsOf(place, passages);
  return picked.some((other) => {
    const others = stemsOf(other, passages);
    const shared = [...own].filter((stem) => others.has(stem)).length;
    return shared >= ALIKE * Math.min(own.size, others.size);
  });
}

function stemsOf({ passage, index }: Place, passages: readonly ReadPassage[]): Set<string> {
  return new Set(passages[passage]!.sentences[index]!.stems);
}

function inReadingOrder(picked: readonly Place[]): Place[] {
  const order = [...new Set(picked.map(({ passage }) => passage))];
  return [...picked].sort(
    (a, b) => order.indexOf(a.passage) - order.indexOf(b.passage) || a.index - b.index,
  );
}
