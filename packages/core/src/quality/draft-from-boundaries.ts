import { asksQuestion } from "@understudy/rag/answer/asks-question";
import { readBoundaries } from "../policy/read-boundaries.ts";
import type { Expectation, TestDraft } from "./contract.ts";

const EXAMPLES_OF_ONE = 2;

/** What a twin's own boundaries demand: the reply to what is refused, words never said, and disclaimers. */
export function draftFromBoundaries(twin: { boundaries: object }): TestDraft[] {
  const { refusedTopics, allowedTopics, blockedPhrases, disclaimers } = readBoundaries(twin);
  return [
    ...refusedTopics.flatMap(({ name, examples, reply }) =>
      questionsOf(examples, name).map((question) =>
        draft(question, { kind: "refuses" }, ...(reply ? [contains(reply)] : [])),
      ),
    ),
    ...blockedPhrases
      .filter(isPlain)
      .map(({ phrase }) => draft(endAsking(phrase), { kind: "lacks", text: phrase })),
    ...disclaimers.flatMap(({ text, topic }) =>
      questionsOf(topic?.examples ?? []).map((question) => draft(question, contains(text))),
    ),
    ...allowedTopics.flatMap(({ examples }) =>
      questionsOf(examples).map((question) => draft(question, { kind: "supported", share: 0.5 })),
    ),
  ];
}

function draft(question: string, ...expectations: Expectation[]): TestDraft {
  return { question, expectations, purpose: "keeps_to_boundary" };
}

const contains = (text: string): Expectation => ({ kind: "contains", text });

/** Its examples that ask; words alone make a question only together with what they belong to. */
function questionsOf(examples: readonly string[], name?: string): string[] {
  const asking = examples.filter(asksQuestion).slice(0, EXAMPLES_OF_ONE);
  return asking.length === 0 && name ? [endAsking(examples[0] ?? name)] : asking;
}

/** A pattern of several words is not one that an answer could be searched for. */
function isPlain({ phrase }: { phrase: string }): boolean {
  return !phrase.includes("*");
}

function endAsking(words: string): string {
  return asksQuestion(words) ? words : `${words.replace(/[.:!]+$/u, "")}?`;
}
