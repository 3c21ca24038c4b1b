import type { Prompt, PromptInput } from "./build-prompt.ts";
import { checkSentence, type SentenceCheck } from "./check/check-sentence.ts";
import { createLeakCheck } from "./leak-check.ts";
import { createLoopCheck } from "./loop-check.ts";
import type { MarkedSentence } from "./read-marked-text.ts";

export interface SentenceJudge {
  /** Null for a sentence that must not be shown at all: it repeats another, or recites the rules. */
  check(sentence: MarkedSentence): SentenceCheck | null;
  isLooping(): boolean;
}

/** Judges the sentences of one answer by the passages that its prompt held. */
export function createSentenceJudge(input: PromptInput, prompt: Prompt): SentenceJudge {
  const { character, question, nonce } = input;
  const passages = input.passages.slice(0, prompt.passageCount);
  const isLeak = createLeakCheck({
    secret: prompt.messages[0]!.content,
    known: () => {
      const { name, headline, bio } = character;
      const texts = passages.flatMap(({ title, headings = [], text }) => [
        title,
        ...headings,
        text,
      ]);
      return [...texts, question, name, headline, bio].join("\n");
    },
  });
  const loop = createLoopCheck();
  return {
    isLooping: loop.isLooping,
    check({ text, marks }) {
      if (loop.isRepeated(text) || text.includes(nonce) || isLeak(text)) return null;
      return checkSentence({ text, marks, passages, question, author: character.name });
    },
  };
}
