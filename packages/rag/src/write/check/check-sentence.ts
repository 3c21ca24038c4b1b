import type { EvidencePassage } from "../../answer/evidence.ts";
import type { EvidenceMark } from "../evidence-marks.ts";
import { plainClaim, readWords } from "../read-claim.ts";
import { speakDifferently } from "../speak-differently.ts";
import { findDisagreement, quotesOf } from "./find-disagreement.ts";
import { type Evidence, type EvidenceFault, findEvidence } from "./find-evidence.ts";
import { isPlain } from "./is-plain.ts";

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
 * numbers, negations and hedges, so that a true quote cannot vouch for a contrary or a stronger claim.
 */
export function checkSentence({
  text,
  marks,
  passages,
  question,
  author = "",
}: {
  text: string;
  marks: readonly EvidenceMark[];
  passages: readonly CheckablePassage[];
  question: string;
  /** The name of who says the sentence: what a passage has them say is theirs to say. */
  author?: string;
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
  const fault = findDisagreement({ text, evidence, passages, question, author });
  if (fault) return unsupported(fault);
  const isForeign = speakDifferently(
    readWords(plainClaim(text)),
    readWords(quotesOf(evidence, passages)),
  );
  const because = isForeign ? "quoted_in_another_language" : "quoted";
  return { status: "supported", because, evidence };
}
