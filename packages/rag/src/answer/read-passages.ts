import type { EvidencePassage } from "./evidence.ts";
import { inheritMatches } from "./inherit-matches.ts";
import { listQuotables, type Quotable } from "./list-quotables.ts";
import { createWordMatcher, type WordMatches } from "./match-words.ts";
import { type ReadText, readText } from "./read-text.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export interface ReadSentence extends Quotable, ReadText {
  matches: WordMatches;
}

export interface ReadPassage {
  sentences: ReadSentence[];
  /** Of the text, its title and its headings together. */
  matches: WordMatches;
  titleMatches: WordMatches;
}

/** What of a question each passage, and each of its quotable sentences, speaks of. */
export function readPassages(
  question: WeighedQuestion,
  passages: readonly EvidencePassage[],
): ReadPassage[] {
  const match = createWordMatcher(question.words);
  return passages.map((passage) => {
    const titleMatches = match(readText([passage.title, ...(passage.headings ?? [])].join("\n")));
    const textMatches = match(readText(passage.text));
    const quotables = listQuotables(passage);
    const sentences = quotables.map((quotable, index) => {
      const read = readText(spokenText(quotables, index));
      const own = match(read);
      if (!quotable.head) return { ...quotable, ...read, matches: own };
      const ofHead = match(readText(quotable.head.text));
      const matches = higher(own, inheritMatches(question, quotable.head, ofHead));
      return { ...quotable, ...read, matches };
    });
    return { sentences, titleMatches, matches: higher(titleMatches, textMatches) };
  });
}

/** A line that leads into a list speaks of what its items speak of. */
function spokenText(quotables: readonly Quotable[], index: number): string {
  const { kind, text } = quotables[index]!;
  if (kind !== "lead_in") return text;
  const items = quotables.filter(({ leadIn }) => leadIn === index);
  return [text, ...items.map((item) => item.text)].join("\n");
}

function higher(one: WordMatches, other: WordMatches): WordMatches {
  return one.map((match, index) => Math.max(match, other[index]!));
}
