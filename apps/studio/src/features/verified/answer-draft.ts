import type { Message } from "@understudy/core/conversation/contract";
import {
  MAX_QUESTION_CHARACTERS,
  type VerifiedAnswer,
} from "@understudy/core/verified-answer/contract";

/** A verified answer as it is written: phrasings one per line, the day as `2027-01-31`, both may be empty. */
export interface AnswerDraft {
  question: string;
  phrasings: string;
  answer: string;
  reviewDay: string;
}

export const EMPTY_DRAFT: AnswerDraft = { question: "", phrasings: "", answer: "", reviewDay: "" };

export function draftOf({
  question,
  phrasings,
  answer,
  reviewBy,
}: Pick<VerifiedAnswer, "question" | "phrasings" | "answer" | "reviewBy">): AnswerDraft {
  return {
    question,
    phrasings: phrasings.join("\n"),
    answer,
    reviewDay: reviewBy ? dayOf(new Date(reviewBy)) : "",
  };
}

/** An answer that was given, as one to be vouched for; what refused begins with the question alone. */
export function draftOfGiven({
  standalone,
  message,
}: {
  standalone: string;
  message: Pick<Message, "text" | "answered">;
}): AnswerDraft {
  return {
    ...EMPTY_DRAFT,
    question: standalone.slice(0, MAX_QUESTION_CHARACTERS),
    answer: message.answered ? message.text : "",
  };
}

/** What the server takes; the day begins where its writer is. */
export function readDraft({ question, phrasings, answer, reviewDay }: AnswerDraft) {
  return {
    question,
    phrasings: phrasings
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    answer,
    reviewBy: reviewDay ? new Date(`${reviewDay}T00:00`).toISOString() : null,
  };
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
