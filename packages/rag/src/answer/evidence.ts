/** A retrieved passage an answer may quote; callers give the best few first. */
export interface EvidencePassage {
  text: string;
  title: string;
  headings?: readonly string[];
  /** The retriever's or reranker's score; only its order is used. */
  score: number;
}

/** A verbatim sentence: UTF-16 offsets into the text of `passages[passage]`. */
export interface QuotedSentence {
  passage: number;
  start: number;
  end: number;
}

export interface QuotedAnswer {
  answered: boolean;
  /** How likely the passages hold an answer, 0 to 1; comparable between twins of any size. */
  confidence: number;
  /** One to three sentences, and what they point back at, in reading order; none when not answered. */
  sentences: QuotedSentence[];
}
