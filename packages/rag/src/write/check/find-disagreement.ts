import { plainClaim, readWords } from "../read-claim.ts";
import { speakDifferently } from "../speak-differently.ts";
import { alternativesAgree } from "./alternatives-agree.ts";
import { boundsAgree } from "./bounds-agree.ts";
import type { CheckablePassage, CheckReason } from "./check-sentence.ts";
import { type Evidence, widenEvidence } from "./find-evidence.ts";
import { hedgesAgree } from "./hedges-agree.ts";
import { columnsAgree, columnsOf, labelsAgree, namedRows } from "./labels-agree.ts";
import { codeAgrees, isDisguised } from "./letters-agree.ts";
import { numbersAgree } from "./numbers-agree.ts";
import { orderAgrees } from "./order-agrees.ts";
import { pairsAgree } from "./pairs-agree.ts";
import { partsAgree } from "./parts-agree.ts";
import { polarityAgrees } from "./polarity-agrees.ts";
import { qualifiersAgree } from "./qualifiers-agree.ts";
import { rangesAgree } from "./ranges-agree.ts";
import { speakerAgrees } from "./speaker-agrees.ts";
import { wordsAgree } from "./words-agree.ts";

interface Stated {
  text: string;
  evidence: readonly Evidence[];
  passages: readonly CheckablePassage[];
  question: string;
  author: string;
}

/** In what a sentence says otherwise than the quotes it rests on; null where they agree. */
export function findDisagreement(stated: Stated): CheckReason | null {
  const { text, question, author } = stated;
  const claim = plainClaim(text);
  const { quotes, clause, statement, sentence, columns, places, ...around } = readAround(
    claim,
    stated,
  );
  if (!linksAreKnown(text, `${around.known}\n${question}`)) return "foreign_link";
  const isCodeKnown = codeAgrees(text, { near: around.written, source: around.known });
  if (!isCodeKnown || isDisguised(text)) return "other_words";
  const areNumbersKnown =
    numbersAgree(claim, { quotes, question }) &&
    boundsAgree(claim, sentence) &&
    rangesAgree(claim, quotes) &&
    pairsAgree(claim, statement);
  if (!areNumbersKnown) return "other_numbers";
  const isPolarityKept =
    polarityAgrees(claim, { clause: `${clause}\n${columns}`, sentence }) &&
    qualifiersAgree(claim, { clause, statement }) &&
    hedgesAgree(claim, statement) &&
    speakerAgrees(claim, { sentence, author });
  if (!isPolarityKept) return "other_polarity";
  const arePlacesKept =
    alternativesAgree(claim, `${clause}\n${columns}`) &&
    orderAgrees(claim, sentence) &&
    labelsAgree(claim, places) &&
    places.every((place) => columnsAgree(claim, place));
  if (!arePlacesKept) return "other_words";
  const { known, told } = around;
  const isForeign = speakDifferently(readWords(claim), readWords(quotes));
  if (!isForeign && !partsAgree(claim, { evidence: told, known, question })) return "other_words";
  const evidence = `${sentence}\n${columns}`;
  return wordsAgree(claim, { evidence, known, question }) ? null : "other_words";
}

function readAround(claim: string, { evidence, passages }: Stated) {
  const sources = evidence.map(({ passage }) => passages[passage]!);
  const places = evidence.map((each, index) => ({ ...each, text: sources[index]!.text }));
  const widened = places.map((place) => ({
    ...widenEvidence(place, passages[place.passage]!),
    columns: columnsOf(place),
  }));
  const joined = (part: "clause" | "statement" | "sentence" | "columns") =>
    widened.map((each) => each[part]).join("\n");
  const told = [...new Set(sources)].flatMap((source) => {
    const own = widened.filter((_, index) => sources[index] === source);
    const said = own.map(({ sentence, columns }) => `${sentence}\n${columns}`).join("\n");
    return said.split(NEXT_STATEMENT).map((each) => `${each}\n${titlesOf(source)}`);
  });
  const columns = joined("columns");
  return {
    places,
    columns,
    quotes: `${namedRows(claim, quotesOf(evidence, passages))} |\n${columns}`,
    clause: plainClaim(joined("clause")),
    statement: plainClaim(joined("statement")),
    sentence: plainClaim(joined("sentence")),
    written: joined("sentence"),
    /** What is said where the quotes stand, a statement each. */
    told,
    known: sources.map((source) => `${titlesOf(source)}\n${source.text}`).join("\n"),
  };
}

function titlesOf({ title, headings = [] }: CheckablePassage): string {
  return [title, ...headings].join("\n");
}

export function quotesOf(
  evidence: readonly Evidence[],
  passages: readonly CheckablePassage[],
): string {
  return evidence
    .map(({ passage, start, end }) => passages[passage]!.text.slice(start, end))
    .join("\n");
}

/** Goes on with something else than what was spoken of before. */
const NEXT_STATEMENT =
  /[;；]\s+(?!(?:it|its|they|their|this|these|that|he|she|er|sie|es|dies\p{L}*|il|elle|ils|elles|on|ce|cela|lo|la|los|las|esto|also|otherwise|then|if|but|only|sonst|sinon)(?!\p{L}))/iu;

const LINK = /(?:https?:\/\/|www\.)[^\s)>\]"']+/gi;

/** Links invented, or asked for by a document's instructions elsewhere, vouch for nothing. */
function linksAreKnown(text: string, known: string): boolean {
  return Array.from(text.matchAll(LINK)).every(([link]) =>
    known.includes(link.replace(/[.,;:!?]+$/, "")),
  );
}
