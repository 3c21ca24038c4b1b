import { markTelling } from "./asked/mark-telling.ts";
import { isToldByForm, tellsKind } from "./asked/tells-kind.ts";
import type { EvidencePassage } from "./evidence.ts";
import { inheritMatches } from "./inherit-matches.ts";
import { listQuotables, type Quotable } from "./list-quotables.ts";
import { createWordMatcher, type WordMatches } from "./match-words.ts";
import { type ReadText, readText } from "./read-text.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export interface ReadSentence extends Quotable, ReadText {
  matches: WordMatches;
  /** What the question asks for, where that shows: a time, a price, a person. */
  tells: boolean;
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
  const read = passages.map((passage) => {
    const titleMatches = match(readText([passage.title, ...(passage.headings ?? [])].join("\n")));
    const textMatches = withKind(question, passage.text, match(readText(passage.text)));
    const quotables = listQuotables(passage);
    const sentences = quotables.map((quotable, index) => {
      const read = readText(spokenText(quotables, index));
      const own = withKind(question, quotable.text, match(read));
      if (!quotable.head) return { ...quotable, ...read, matches: own };
      const ofHead = match(readText(quotable.head.text));
      const matches = higher(own, inheritMatches(question, quotable.head, ofHead));
      return { ...quotable, ...read, matches };
    });
    return { sentences, titleMatches, matches: higher(titleMatches, textMatches) };
  });
  const marked = markTelling(
    question,
    read.map(({ sentences }) => sentences),
  );
  return read.map((passage, at) => ({ ...passage, sentences: marked[at]! }));
}

/** A line that leads into a list speaks of what its items speak of. */
function spokenText(quotables: readonly Quotable[], index: number): string {
  const { kind, text } = quotables[index]!;
  if (kind !== "lead_in") return text;
  const items = quotables.filter(({ leadIn }) => leadIn === index);
  return [text, ...items.map((item) => item.text)].join("\n");
}

/** A sentence that holds an e-mail address speaks of an e-mail address. */
function withKind(question: WeighedQuestion, text: string, matches: WordMatches): WordMatches {
  const { askedKind, words } = question;
  if (!isToldByForm(askedKind) || !tellsKind(text, askedKind)) return matches;
  return matches.map((match, at) => (words[at]!.isKind ? 1 : match));
}

function higher(one: WordMatches, other: WordMatches): WordMatches {
  return one.map((match, index) => Math.max(match, other[index]!));
}
