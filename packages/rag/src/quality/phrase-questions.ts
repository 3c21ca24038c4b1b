import { asksQuestion } from "../answer/asks-question.ts";

export interface QuestionPassage {
  text: string;
  headings: readonly string[];
}

const LONGEST_QUESTION = 160;
const LONGEST_HEADING_WORDS = 10;
const SENTENCES = /[^.!?？。\n]+[.!?？。]?/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
const MARKED_HEADING = /^\s*#{2,6}\s+(.+)$/gmu;
const NUMBERING = /^[\s\d.)(:§#-]+/u;
const QUOTES = /["“”„«»]/u;
/** What begins so speaks of something named before, or is a clause: no name of what is defined. */
const NAMES_NOTHING =
  /^(?:it|this|that|these|those|he|she|they|there|if|unless|when|while|once|as|since|because|before|after|until|where|what|who|how|why|and|but|or|so)(?![\p{L}’'-])/iu;
/** "The lamp burns …" says of what it speaks in its first words; only of English is that told by a word. */
const DEFINES =
  /^(?<subject>(?:(?:the|a|an|our|your)\s+)?[\p{L}\p{N}'’-]+(?:\s+[\p{L}\p{N}'’-]+){0,4}?)\s+(?<verb>is|are|was|were|costs?|means?)\s/iu;

/**
 * Questions that a passage answers, made from its own words, the likeliest first: those it asks itself,
 * its headings, and what it defines.
 */
export function phraseQuestions({ text, headings }: QuestionPassage): string[] {
  const sentences = sentencesOf(text);
  const marked = [...text.matchAll(MARKED_HEADING)].map(([, heading]) => heading!);
  const questions = [
    ...sentences.filter((sentence) => asksQuestion(sentence) && !sentence.includes(":")),
    ...[...headings.slice(-1), ...marked].flatMap(askForHeading),
    ...sentences.flatMap(askForDefined),
  ];
  return [...new Set(questions)];
}

function askForHeading(heading: string): string[] {
  const plain = heading.replace(NUMBERING, "").trim();
  const words = plain.match(WORDS)?.length ?? 0;
  if (words < 2 || words > LONGEST_HEADING_WORDS) return [];
  return [asksQuestion(plain) ? plain : `${plain.replace(/[.:!]+$/u, "")}?`];
}

function askForDefined(sentence: string): string[] {
  const { subject, verb } = DEFINES.exec(sentence)?.groups ?? {};
  if (!subject || !verb || NAMES_NOTHING.test(subject)) return [];
  const isName = /\s\p{Lu}|^\p{Lu}{2}/u.test(subject);
  const named = isName ? subject : subject.charAt(0).toLowerCase() + subject.slice(1);
  if (/^cost/iu.test(verb)) return [`What does ${named} cost?`];
  if (/^mean/iu.test(verb)) return [`What does ${named} mean?`];
  return [`What ${verb.toLowerCase()} ${named}?`];
}

/** One that quotes somebody is cut at the quotation's own marks, and asks nothing by itself. */
function sentencesOf(text: string): string[] {
  return [...text.matchAll(SENTENCES)]
    .map(([sentence]) => sentence.trim())
    .filter(({ length }) => length > 8 && length <= LONGEST_QUESTION)
    .filter((sentence) => !QUOTES.test(sentence) && !sentence.startsWith("#"));
}
