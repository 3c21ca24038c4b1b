import { detectFunctionWords } from "../answer/detect-function-words.ts";
import { type ClaimWord, readWords } from "./read-claim.ts";

const ANAPHORS = new Set(
  "it its they them their this that these those he him his she her er ihn ihm sie ihr ihnen dies diese dieser dieses das es dafur damit davon dazu daran darauf daruber il elle ils elles lui leur ca cela ceci celui celle y en el ella ellos ellas lo la los las esto eso le les esso essa essi questo quello lui lei ele ela eles elas isso isto dele dela hij zij ze hem haar dit dat die daarvan daarmee daarvoor den det han hon hun de dem он она оно они его ее их это этот эта этого нему ней ним der 它 他 她 它们 他们 她们 这 那 这个 那个 其 これ それ あれ この その".split(
    " ",
  ),
);
/** Articles of these languages look like their pronouns and only point back when nothing follows. */
const ALSO_ARTICLES = new Set(
  "das der die lo la los las le les el il de den det en dit dat".split(" "),
);
const OPENERS =
  /^(?:and|but|or|also|what about|how about|und|aber|oder|et|mais|ou|y|pero|o|e|ma|mas|en|maar|och|og|men|а|и|но|那|还有|では|じゃあ|それで)(?![\p{L}\p{M}])/iu;
/** No German noun has a small letter. */
const GERMAN_PRONOUN = /(?<!\p{L})das \p{Ll}+\s*\?*\s*$/u;
const ARTICLE_AND_NOUN =
  /(?:^|\s)(?:the|la|le|el|il|lo|os?|het|der|die|das)\s+(\p{Ll}[\p{L}\p{M}]*)\s*[?？]?\s*$/iu;
/** Stands for what comes after it: "is it safe to swim", "ist es möglich zu schwimmen", "est-il possible de nager". */
const LOOKS_AHEAD =
  /(?<!\p{L})(?:(it)(?!\p{L}).*\sto|(es)(?!\p{L}).*\szu|(il)(?!\p{L}).*\s(?:de\s|d['’]))\s*\p{L}/iu;

const MOST_SUBJECTS_OF_ELLIPSIS = 3;
const FEWEST_SUBJECTS_OF_WHOLE = 4;
const MOST_CARRIED = 6;

/**
 * A follow-up with the subject of the questions before it, for retrieval without a model: only when
 * it leans on them, by a pronoun without a noun of its own, by its opening, or by being a fragment. A
 * question that stands alone comes back as it is. `earlier` holds the visitor's questions, oldest first.
 */
export function carryTerms({
  question,
  earlier,
}: {
  question: string;
  earlier: readonly string[];
}): string {
  const carried = earlier.reduce<readonly string[]>((subject, asked) => {
    const own = readSubjects(asked, [...earlier, question]);
    return leansBack(asked, own)
      ? merge(own.subjects, subject)
      : own.subjects.map(({ word }) => word);
  }, []);
  const own = readSubjects(question, [...earlier, question]);
  if (!leansBack(question, own)) return question;
  const known = new Set(own.subjects.map(({ stem }) => stem));
  const missing = carried.filter((word) => readWords(word).every(({ stem }) => !known.has(stem)));
  return missing.length > 0 ? `${question} ${missing.slice(0, MOST_CARRIED).join(" ")}` : question;
}

interface ReadQuestion {
  words: readonly ClaimWord[];
  subjects: readonly ClaimWord[];
}

function readSubjects(question: string, sample: readonly string[]): ReadQuestion {
  const words = readWords(question);
  const functional = detectFunctionWords(sample.flatMap(readWords).map(({ word }) => word));
  const subjects = words.filter(({ word }) => !functional.has(word) && !ANAPHORS.has(word));
  return { words, subjects };
}

function merge(own: readonly ClaimWord[], carried: readonly string[]): string[] {
  const words = own.map(({ word }) => word);
  return [...words, ...carried.filter((word) => !words.includes(word))].slice(0, MOST_CARRIED);
}

function leansBack(question: string, { words, subjects }: ReadQuestion): boolean {
  if (subjects.length >= FEWEST_SUBJECTS_OF_WHOLE) return false;
  if (subjects.length === 0) return words.length > 0;
  if (OPENERS.test(question.trim()) && subjects.length <= MOST_SUBJECTS_OF_ELLIPSIS) return true;
  if (hasFreeAnaphor(question, { words, subjects })) return true;
  if (subjects.length > 1) return false;
  return words.length <= 2 || isBareNoun(question, words);
}

/** A pronoun that no two nouns of the question itself precede. */
function hasFreeAnaphor(question: string, { words, subjects }: ReadQuestion): boolean {
  const [, ...ahead] = LOOKS_AHEAD.exec(question) ?? [];
  const looksAhead = ahead.find(Boolean)?.toLowerCase();
  const first = words.findIndex(({ word }) => word === looksAhead);
  return words.some(({ word }, at) => {
    if (!ANAPHORS.has(word) || at === first) return false;
    const next = words[at + 1];
    // "the plan that renews"
    if (word === "that" && next && subjects.includes(words[at - 1]!)) return false;
    const isArticle = ALSO_ARTICLES.has(word) && next && subjects.includes(next);
    if (isArticle) return word === "das" && GERMAN_PRONOUN.test(question);
    return words.slice(0, at).filter((before) => subjects.includes(before)).length < 2;
  });
}

/** "What is the price?": of what? */
function isBareNoun(question: string, words: readonly ClaimWord[]): boolean {
  return words.length <= 5 && ARTICLE_AND_NOUN.test(question);
}
