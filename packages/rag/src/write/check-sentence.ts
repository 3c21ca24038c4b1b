import type { EvidencePassage } from "../answer/evidence.ts";
import { alternativesAgree } from "./alternatives-agree.ts";
import type { EvidenceMark } from "./evidence-marks.ts";
import { type Evidence, type EvidenceFault, findEvidence, widenEvidence } from "./find-evidence.ts";
import { isPlain } from "./is-plain.ts";
import { numbersAgree } from "./numbers-agree.ts";
import { polarityAgrees } from "./polarity-agrees.ts";
import { plainClaim, readWords } from "./read-claim.ts";
import { speakDifferently } from "./speak-differently.ts";
import { wordsAgree } from "./words-agree.ts";

export type CheckablePassage = Pick<EvidencePassage, "text" | "title" | "headings">;

/** `plain`: it claims nothing that could need evidence. */
export type SentenceStatus = "supported" | "unsupported" | "plain";

export type CheckReason =
  | "quoted"
  /** Its words could hardly be compared with the quote's. */
  | "quoted_in_another_language"
  | "no_claim"
  | "no_mark"
  | EvidenceFault
  | "other_words"
  | "other_numbers"
  | "other_polarity"
  | "foreign_link"
  /** Its owner's words stand in its place. */
  | "replaced";

export interface SentenceCheck {
  status: SentenceStatus;
  because: CheckReason;
  /** The quotes that stand in their passages, in order; none unless supported. */
  evidence: Evidence[];
}

/**
 * Judges a sentence by the marks it carries: one quote at least must stand word for word in the
 * passage that its mark names, and what the sentence says must agree with the quotes in its words,
 * numbers and negations, so that a true quote cannot vouch for a contrary claim.
 */
export function checkSentence({
  text,
  marks,
  passages,
  question,
}: {
  text: string;
  marks: readonly EvidenceMark[];
  passages: readonly CheckablePassage[];
  question: string;
}): SentenceCheck {
  const unsupported = (because: CheckReason): SentenceCheck => ({
    status: "unsupported",
    because,
    evidence: [],
  });
  if (marks.length === 0) {
    if (!isPlain(text, question)) return unsupported("no_mark");
    return { status: "plain", because: "no_claim", evidence: [] };
  }
  const found = marks.map((mark) => findEvidence(mark, passages));
  const evidence = found.filter((each): each is Evidence => typeof each === "object");
  if (evidence.length === 0) return unsupported(found[0] as EvidenceFault);
  const fault = findDisagreement({ text, evidence, passages, question });
  if (fault) return unsupported(fault);
  const isForeign = speakDifferently(
    readWords(plainClaim(text)),
    readWords(quotesOf(evidence, passages)),
  );
  const because = isForeign ? "quoted_in_another_language" : "quoted";
  return { status: "supported", because, evidence };
}

function findDisagreement({
  text,
  evidence,
  passages,
  question,
}: {
  text: string;
  evidence: readonly Evidence[];
  passages: readonly CheckablePassage[];
  question: string;
}): CheckReason | null {
  const claim = plainClaim(text);
  const sources = evidence.map(({ passage }) => passages[passage]!);
  const quotes = quotesOf(evidence, passages);
  const widened = evidence.map((each, index) => widenEvidence(each, sources[index]!));
  const clause = plainClaim(widened.map((each) => each.clause).join("\n"));
  const sentence = plainClaim(widened.map((each) => each.sentence).join("\n"));
  const around = sources.flatMap((source) => [
    source.title,
    ...(source.headings ?? []),
    source.text,
  ]);
  const known = [...around, question].join("\n");
  if (!linksAreKnown(text, known)) return "foreign_link";
  if (!numbersAgree(claim, { quotes, question })) return "other_numbers";
  if (!polarityAgrees(claim, { clause, sentence })) return "other_polarity";
  if (!alternativesAgree(claim, clause)) return "other_words";
  return wordsAgree(claim, { evidence: sentence, known, question }) ? null : "other_words";
}

function quotesOf(evidence: readonly Evidence[], passages: readonly CheckablePassage[]): string {
  return evidence
    .map(({ passage, start, end }) => passages[passage]!.text.slice(start, end))
    .join("\n");
}

const LINK = /(?:https?:\/\/|www\.)[^\s)>\]"']+/gi;

/** Links invented, or asked for by a document's instructions elsewhere, vouch for nothing. */
function linksAreKnown(text: string, known: string): boolean {
  return Array.from(text.matchAll(LINK)).every(([link]) =>
    known.includes(link.replace(/[.,;:!?]+$/, "")),
  );
}
