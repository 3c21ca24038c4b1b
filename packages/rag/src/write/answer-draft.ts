import type { TextSpan } from "../answer/find-quote.ts";
import type { SpeechGuard } from "../policy/guard-speech.ts";
import type { SentenceCheck } from "./check/check-sentence.ts";
import type { MarkedSentence } from "./read-marked-text.ts";

export type UnsupportedPolicy = "mark" | "withhold";

export interface WrittenSentence extends SentenceCheck {
  type: "sentence";
  /** To be appended to the answer as it is, with the white space before it. */
  text: string;
  /** Where its words stand in the answer so far: UTF-16 offsets. */
  answerSpan: TextSpan;
}

export interface AnswerDraft {
  add(sentence: MarkedSentence, check: SentenceCheck): WrittenSentence[];
  /** What goes on with the next sentence that is shown. */
  skip(sentence: MarkedSentence): void;
  hasShown(): boolean;
  hasSupport(): boolean;
  /** Supported sentences of those that claim something, withheld ones included; 0 when none does. */
  supportedShare(): number;
}

/**
 * Puts checked sentences together. Until the first supported one nothing is shown when `needsSupport`,
 * for without it the answer is no answer; unsupported ones are never shown under `withhold`.
 */
export function createAnswerDraft({
  policy,
  needsSupport,
  guard,
}: {
  policy: UnsupportedPolicy;
  needsSupport: boolean;
  /** Judges each sentence before it counts, and again behind what is shown by then. */
  guard?: SpeechGuard;
}): AnswerDraft {
  const count = { supported: 0, unsupported: 0, plain: 0 };
  let held: Checked[] = [];
  let length = 0;
  let skippedLead = "";

  const append = ({ sentence, check }: Checked): WrittenSentence => {
    const lead = length === 0 ? "" : widerGap(skippedLead, sentence.lead);
    skippedLead = "";
    const words = guard?.hide(sentence.text) ?? sentence.text;
    const start = length + lead.length;
    length = start + words.length;
    guard?.said(lead + words);
    return {
      type: "sentence",
      text: lead + words,
      ...check,
      answerSpan: { start, end: length },
    };
  };
  const skip = ({ lead }: MarkedSentence) => {
    skippedLead = widerGap(skippedLead, lead);
  };
  const show = (each: Checked): WrittenSentence[] => {
    const allowed = allow(each, guard);
    if (allowed) return [append(allowed)];
    skip(each.sentence);
    return [];
  };
  return {
    skip,
    hasShown: () => length > 0,
    hasSupport: () => count.supported > 0,
    supportedShare() {
      const claims = count.supported + count.unsupported;
      return claims === 0 ? 0 : count.supported / claims;
    },
    add(sentence, check) {
      const allowed = allow({ sentence, check }, guard);
      if (!allowed) {
        skip(sentence);
        return [];
      }
      count[allowed.check.status] += 1;
      held.push(allowed);
      if (needsSupport && count.supported === 0) return [];
      const ready = held;
      held = [];
      return ready.flatMap((each) => {
        if (policy === "mark" || each.check.status !== "unsupported") return show(each);
        skip(each.sentence);
        return [];
      });
    },
  };
}

interface Checked {
  sentence: MarkedSentence;
  check: SentenceCheck;
}

/** The sentence as it may be said: as it is, what its owner wants instead, or not at all. */
function allow({ sentence, check }: Checked, guard: SpeechGuard | undefined): Checked | null {
  const fault = guard?.judge(sentence.lead + sentence.text) ?? null;
  if (fault === null) return { sentence, check };
  if (fault.instead === "") return null;
  return {
    sentence: { ...sentence, text: fault.instead, marks: [] },
    check: { status: "plain", because: "replaced", evidence: [] },
  };
}

/** A paragraph that a withheld sentence began still begins. */
function widerGap(one: string, other: string): string {
  const breaks = (gap: string) => gap.split("\n").length;
  return breaks(one) > breaks(other) ? one : other;
}
